import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findBrowser, launchBrowser } from '#lib/local/browser.ts'
import { choosePorts } from '#lib/local/ports.ts'
import { say } from '#lib/local/say.ts'
import { stopSignal } from '#lib/local/stopping.ts'
import { firstLoad } from './first-load.ts'
import { listingUnits } from './listing-units.ts'
import { purchases } from './purchases.ts'
import { quotes } from './quotes.ts'
import { type Line, report } from './report.ts'
import { scenario } from './scenario.ts'
import { type Bench, startBench } from './start.ts'
import { studio } from './studio.ts'
import { throughput } from './throughput.ts'

const { values } = parseArgs({
  options: { only: { type: 'string', default: 'abcdefgh' }, listings: { type: 'string', default: '100000' } },
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

const port = Number(process.env.PORT || 3000)
const signal = stopSignal()

async function measureShop(folder: string, executable: string): Promise<Line[]> {
  const bench = await startBench(port, folder, signal)
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

async function main(): Promise<boolean> {
  mkdirSync('.local', { recursive: true })
  const folder = mkdtempSync('.local/bench-')
  try {
    const executable = await findBrowser()
    // The studio has a table of its own, and nothing that counts between it and the site.
    const lines = /[a-f]/.test(values.only) ? await measureShop(folder, executable) : []
    if (/[gh]/.test(values.only)) {
      say('(g, h) The studio with a million orders …')
      const measured = studio({ port, many, only: values.only, executable, signal })
      lines.push(...(await measured.catch((error: unknown) => [broken('g', 'Studio', error)])))
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
