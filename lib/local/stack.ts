import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, placeBuild } from './build.ts'
import { openLogs } from './logs.ts'
import { type Ports, sandboxIds } from './ports.ts'
import { startSandboxes } from './sandboxes.ts'
import { say } from './say.ts'
import { makeArtwork } from './seed/artwork.ts'
import { startSite } from './site.ts'
import { startStandIns } from './stand-ins/start.ts'

/** The packs and scenes of the seeded shop, drawn once; says how far it is now and then. */
async function drawArtwork(): Promise<void> {
  const { made } = await makeArtwork(({ done, total }) => {
    if (done === 1 || done % 10 === 0) say(`Drawing artwork: ${done} of ${total}`)
  })
  if (made > 0) say('Artwork is drawn')
}

export type Stack = {
  env: Record<string, string>
  /** Resolves if the site ends by itself. */
  siteEnded: Promise<unknown>
  stop: () => Promise<void>
}

/**
 * Starts everything on its port with data under `folder` (relative to the repository's root): stand-ins, tables,
 * sandbox retailers, seed, build, site. `process.env` is given the environment, which AWS clients made after this
 * read. Whatever was started is stopped again when a later part fails.
 */
export async function startStack(options: {
  mode: 'demo' | 'dev'
  ports: Ports
  folder: string
  signal: AbortSignal
  /** Where a part really listens when something else stands on its port, such as a proxy that counts. */
  behind?: Partial<Ports>
  withSchedules?: boolean
}): Promise<Stack> {
  const { mode, ports, folder, signal, behind = {}, withSchedules = true } = options
  const log = openLogs(join(folder, 'logs'))
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const showInDev = (name: string) => (line: string) => {
      log(name, line)
      if (mode === 'dev' && (name === 'site' || line.includes('"level":"error"'))) console.log(line)
    }
    const standIns = await startStandIns({
      ports,
      folder,
      watch: mode === 'dev',
      withSchedules,
      databasePort: behind.dynamodb,
      onLine: showInDev('functions'),
    })
    stops.push(standIns.stop)
    const { env } = standIns
    Object.assign(process.env, env)
    say('Stand-ins for AWS are up')

    // Imported only now: these read the environment when they are loaded.
    const { makeResources } = await import('./resources.ts')
    await makeResources()
    const sandboxes = await startSandboxes(ports, env, log, { ...ports, ...behind })
    stops.push(sandboxes.stop)
    say('Sandbox retailers and payment processor are up')
    signal.throwIfAborted()

    await drawArtwork()
    signal.throwIfAborted()
    const { seed } = await import('./seed/seed.ts')
    const urls = Object.fromEntries(sandboxIds.map(id => [id, `http://localhost:${ports[id]}`]))
    const isFresh = await seed(urls, async () => {
      const { functionError, payload } = await standIns.lambda.invoke('refresh-offers', { source: 'seed' })
      if (functionError) throw new Error(`The retailers' offers could not be fetched: ${payload}`)
    })
    signal.throwIfAborted()

    const distFolder = join(folder, 'site')
    if (mode === 'demo') {
      say('Production build …')
      say((await build(env, signal)) === 'built' ? 'Built' : 'Sources unchanged: the last build is used')
      placeBuild(distFolder, isFresh)
    } else if (isFresh) rmSync('.next/dev/cache/fetch-cache', { recursive: true, force: true })
    signal.throwIfAborted()
    const site = await startSite({ mode, port: ports.site, distFolder, env, onLine: showInDev('site') })
    stops.push(site.stop)
    return { env, siteEnded: site.ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
