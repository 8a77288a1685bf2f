import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { choosePorts, type Ports, sandboxIds } from '#lib/local/ports.ts'
import { startSandboxes } from '#lib/local/sandboxes.ts'
import { listings } from '#lib/local/seed/catalogue.ts'
import { startStandIns } from '#lib/local/stand-ins/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    environment: Record<string, string>
    ports: Ports
    /** The file that holds every line the functions wrote. */
    functionLog: string
  }
}

/** Starts stand-ins, tables and sandbox retailers, with data of their own, for one run of the tests. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'brandfront-'))
  const functionLog = join(folder, 'functions.log')
  const { ports } = await choosePorts(Number(process.env.TEST_PORT ?? 14_000))
  const standIns = await startStandIns({
    ports,
    folder,
    onLine: line => appendFileSync(functionLog, `${line}\n`),
  })
  Object.assign(process.env, standIns.env)
  // Imported only now: these read the environment when they are loaded.
  const { makeResources } = await import('#lib/local/resources.ts')
  const { seedSandbox } = await import('#lib/local/sandbox/seed.ts')
  const { saveRetailer } = await import('#lib/data/retailers.ts')
  const { registryRows } = await import('#lib/local/sandbox/registry-rows.ts')
  await makeResources()
  await seedSandbox(listings)
  const { startProfileServer } = await import('#tests/fixtures/profile-server.ts')
  const profile = await startProfileServer(ports.site)
  const sandboxes = await startSandboxes(ports, standIns.env, () => {})
  const urls = Object.fromEntries(sandboxIds.map(id => [id, `http://localhost:${ports[id]}`]))
  for (const row of registryRows(urls)) await saveRetailer(row)
  project.provide('environment', standIns.env)
  project.provide('ports', ports)
  project.provide('functionLog', functionLog)
  return async () => {
    await sandboxes.stop()
    await profile.stop()
    await standIns.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
