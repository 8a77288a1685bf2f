import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '#lib/local/environment.ts'
import { choosePorts, type Ports, sandboxIds } from '#lib/local/ports.ts'
import { sandboxSecrets } from '#lib/local/sandbox/keys.ts'
import { startSandboxes } from '#lib/local/sandboxes.ts'
import { close } from '#lib/local/stand-ins/aws-json.ts'
import { startDynamoDb } from '#lib/local/stand-ins/dynamodb.ts'
import { startSecrets } from '#lib/local/stand-ins/secrets.ts'
import type { Webhooks } from '#lib/retailers/conformance/subject.ts'

export type Stage = { ports: Ports; webhooks: Webhooks; stop: () => Promise<void> }

const firstPort = 5200

/**
 * What the adapters need to run at all, on free ports with data of its own: Secrets Manager's stand-in with `secrets`,
 * the platform's profile with its webhooks, and, `withSandboxes`, the sandbox retailers with the database that they keep their books in. `process.env` is given
 * their addresses, so import what reads it only afterwards.
 */
export async function setStage(options: {
  secrets: Record<string, string>
  /** Where retailers reach this machine, where that is not its own address. */
  site?: string
  withSandboxes: boolean
}): Promise<Stage> {
  mkdirSync('.local', { recursive: true })
  const folder = mkdtempSync('.local/conformance-')
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const { ports } = await choosePorts(Number(process.env.PORT || firstPort))
    const env = environment(ports)
    // The adapters count their calls on standard output, where the report goes.
    const SITE_URL = options.site ?? env.SITE_URL
    Object.assign(process.env, env, { SITE_URL, POWERTOOLS_METRICS_DISABLED: 'true' })
    const urls = Object.fromEntries(sandboxIds.map(id => [id, `http://127.0.0.1:${ports[id]}`]))
    const fixed = { ...(options.withSandboxes && sandboxSecrets(urls)), ...options.secrets }
    const secrets = await startSecrets({ port: ports.secrets, file: join(folder, 'secrets.json'), fixed })
    stops.push(() => close(secrets))
    const { startPlatform } = await import('./platform.ts')
    const platform = await startPlatform(ports.site)
    stops.push(platform.stop)
    if (options.withSandboxes) {
      const database = await startDynamoDb({ port: ports.dynamodb, folder })
      stops.push(database.stop)
      const sandboxes = await startSandboxes(ports, env, () => {})
      stops.push(sandboxes.stop)
    }
    return { ports, webhooks: platform.webhooks, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
