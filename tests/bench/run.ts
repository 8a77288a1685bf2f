import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findBrowser, launchBrowser } from '#lib/local/browser.ts'
import { environment } from '#lib/local/environment.ts'
import { choosePorts } from '#lib/local/ports.ts'
import { say } from '#lib/local/say.ts'
import { stopSignal } from '#lib/local/stopping.ts'
import { dashboards } from './dashboards.ts'
import { firstLoad } from './first-load.ts'
import { listingUnits } from './listing-units.ts'
import { purchases } from './purchases.ts'
import { quotes } from './quotes.ts'
import { type Line, report } from './report.ts'
import { scenario } from './scenario.ts'
import { type Bench, startBench } from './start.ts'
import { throughput } from './throughput.ts'

const { values } = parseArgs({
  options: { only: { type: 'string', default: 'abcdefg' }, listings: { type: 'string', default: '100000' } },
})

const many = Number(values.listings)

/** A free port that the stack does not use. */
async function portBeyond({ ports }: Bench): Promise<number> {
  return (await choosePorts(Math.max(...Object.values(ports)) + 30)).ports.site
}

/** A part that could not be measured misses its mark. */
function broken(part: string, what: string, error: unknown): Line {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    part,
    what,
    measured: `could not be measured: ${reason.slice(0, 200)}`,
    mark: 'measured',
    met: false,
  }
}

async function measureAll(folder: string): Promise<Line[]> {
  const executable = await findBrowser()
  const bench = await startBench(Number(process.env.PORT || 3000), folder, stopSignal())
  const browser = await launchBrowser(executable)
  const lines: Line[] = []
  try {
    say('(a) What one purchase costs …')
    const { lines: costs, visit } = await scenario(bench, browser)
    lines.push(...costs)
    await browser.close()
    const parts = [
      ['c', 'First-load JavaScript', () => firstLoad(bench.site)],
      ['d', 'Quotes', () => quotes(bench)],
      ['b', 'Pages under load', async () => throughput(bench.site, await portBeyond(bench))],
      ['f', 'Purchases', () => purchases(bench, visit)],
      ['e', 'A page of a large catalogue', async () => listingUnits(await portBeyond(bench), many)],
    ] as const
    for (const [part, what, measure] of parts) {
      if (!values.only.includes(part)) continue
      say(`(${part}) ${what} …`)
      lines.push(...(await measure().catch((error: unknown) => [broken(part, what, error)])))
    }
    return lines
  } finally {
    await browser.close()
    await bench.stop()
  }
}

async function studio(): Promise<Line[]> {
  const { ports } = await choosePorts(Number(process.env.PORT || 3000))
  Object.assign(process.env, environment(ports))
  return dashboards(ports.dynamodb, many).catch((error: unknown) => [broken('g', 'Studio', error)])
}

async function main(): Promise<boolean> {
  mkdirSync('.local', { recursive: true })
  const folder = mkdtempSync('.local/bench-')
  try {
    // The studio's pages have a table of their own and need no shop around it.
    const lines = values.only === 'g' ? [] : await measureAll(folder)
    if (values.only.includes('g')) {
      say('(g) The studio with a million orders …')
      lines.push(...(await studio()))
    }
    return report(
      lines.toSorted((a, b) => a.part.localeCompare(b.part)),
      '.local/bench.json',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exit((await main()) ? 0 : 1)
