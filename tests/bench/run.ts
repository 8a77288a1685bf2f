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
import { startBench } from './start.ts'
import { throughput } from './throughput.ts'

const { values } = parseArgs({
  options: { only: { type: 'string', default: 'abcdef' }, listings: { type: 'string', default: '100000' } },
})

async function measureAll(folder: string): Promise<Line[]> {
  const executable = await findBrowser()
  const bench = await startBench(Number(process.env.PORT || 3000), folder, stopSignal())
  const browser = await launchBrowser(executable)
  const wanted = (part: string) => values.only.includes(part)
  const lines: Line[] = []
  try {
    say('(a) What one purchase costs …')
    const { lines: costs, visit } = await scenario(bench, browser)
    lines.push(...costs)
    await browser.close()
    if (wanted('c')) lines.push(...(await firstLoad(bench.site)))
    if (wanted('d')) {
      say('(d) Quotes …')
      lines.push(...(await quotes(bench)))
    }
    if (wanted('b')) {
      say('(b) Pages under load …')
      const { ports } = await choosePorts(Math.max(...Object.values(bench.ports)) + 30)
      lines.push(...(await throughput(bench.site, ports.site)))
    }
    if (wanted('f')) {
      say('(f) Purchases …')
      lines.push(...(await purchases(bench, visit)))
    }
    if (wanted('e')) {
      say('(e) A page of a large catalogue …')
      lines.push(...(await listingUnits(bench, Number(values.listings))))
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
    const lines = await measureAll(folder)
    return report(
      lines.toSorted((a, b) => a.part.localeCompare(b.part)),
      '.local/bench.json',
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exit((await main()) ? 0 : 1)
