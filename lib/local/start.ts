import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  choosePorts,
  handoffRetailerId,
  type Ports,
  processorId,
  restRetailerId,
  retailerIds,
} from './ports.ts'
import { keepPorts, markRunning } from './running.ts'
import { say } from './say.ts'
import { startStack } from './stack.ts'
import { stopSignal } from './stopping.ts'

/** Everything the demo keeps; `--reset` removes it. */
const folder = '.local/data'
const usage = 'npm run demo -- [--reset] [--once]   ·   npm run dev -- [--reset]'

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { reset: { type: 'boolean' }, once: { type: 'boolean' } },
  })
  const mode = positionals[0]
  if (mode !== 'demo' && mode !== 'dev') throw new Error(usage)
  return { mode, ...values } as const
}

function printAddresses(ports: Ports) {
  const rows = [
    ['Shop', `http://localhost:${ports.site}`],
    ['Studio', `http://localhost:${ports.site}/studio`],
    ['Mail inbox', `http://localhost:${ports.inbox}`],
    ...([...retailerIds, restRetailerId, handoffRetailerId] as const).map(id => [
      `Sandbox retailer ${id}`,
      `http://localhost:${ports[id]}`,
    ]),
    ['Sandbox payments', `http://localhost:${ports[processorId]}`],
    ['Sign in as a shopper', 'ada@example.com'],
    ['Sign in as a marketer', 'mika@example.com'],
  ]
  const lines = rows.map(([label = '', value]) => `  ${label.padEnd(36)}${value}`)
  console.log(`\n${lines.join('\n')}\n\n  The sign-in page has a button for each. Ctrl-C stops everything.\n`)
}

/** The port to count up from: PORT, or 3000. Throws on anything that is not a port. */
function firstPort(): number {
  const first = Number(process.env.PORT || 3000)
  if (!Number.isInteger(first) || first < 1024 || first > 65_000) {
    throw new Error('PORT must be a whole number from 1024 to 65000.')
  }
  return first
}

async function main(): Promise<number> {
  const { mode, reset, once } = readArguments()
  const signal = stopSignal()
  const unmark = markRunning('.local')
  if (reset) {
    rmSync(folder, { recursive: true, force: true })
    say('Local data wiped')
  }
  const { ports, busy } = await choosePorts(firstPort())
  if (busy.length > 0) say(`Busy ports stepped over: ${busy.join(', ')}`)
  // This process asks retailers too, and its output is for people.
  if (once) process.env.POWERTOOLS_METRICS_DISABLED = 'true'
  const stack = await startStack({ mode, ports, folder, signal })
  keepPorts('.local', ports)
  try {
    if (once) {
      const { buyOnce } = await import('./buy-once.ts')
      return (await buyOnce({ site: stack.env.SITE_URL ?? '', signal })) ? 0 : 1
    }
    printAddresses(ports)
    const aborted = new Promise<'stopped'>(resolve => {
      if (signal.aborted) resolve('stopped')
      signal.addEventListener('abort', () => resolve('stopped'))
    })
    const ended = await Promise.race([aborted, stack.siteEnded.then(() => 'site' as const)])
    if (ended === 'stopped') return 0
    console.error(`The site ended by itself: see ${folder}/logs/site.log.`)
    return 1
  } finally {
    await stack.stop()
    unmark()
  }
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') process.exit(0)
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
