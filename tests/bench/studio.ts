import { mkdtempSync, rmSync } from 'node:fs'
import { studioItems } from '#lib/data/listing-batch.ts'
import { dayOf } from '#lib/domain/insight/periods.ts'
import { launchBrowser } from '#lib/local/browser.ts'
import { environment } from '#lib/local/environment.ts'
import { choosePorts } from '#lib/local/ports.ts'
import { say } from '#lib/local/say.ts'
import { generatedListing } from '#lib/local/seed/generate.ts'
import { seedSite } from '#lib/local/seed/site.ts'
import { startStack } from '#lib/local/stack.ts'
import { startDynamoDb } from '#lib/local/stand-ins/dynamodb.ts'
import { counterItems } from './counters.ts'
import { importFile } from './import-file.ts'
import { fillDatabase } from './listing-units.ts'
import type { Line } from './report.ts'
import { studioPages } from './studio-pages.ts'

const orders = 1_000_000

/** All that the studio's pages read of so many listings and orders. */
function* itemsOf(many: number): Generator<object> {
  for (let index = 0; index < many; index++) yield* studioItems(generatedListing(index))
  yield* counterItems(orders, many, dayOf(Date.now()))
}

/** A database of a large shop, which its home page and categories mark as seeded. */
async function fill(folder: string, port: number, many: number): Promise<void> {
  await fillDatabase(folder, itemsOf(many))
  const database = await startDynamoDb({ port, folder, only: 'dynoxide' })
  await seedSite()
  await database.stop()
  say('The table is filled')
}

/** (g, h) The studio of a large shop, on a stack of its own: its pages, and a file brought in. */
export async function studio(options: {
  port: number
  many: number
  /** The parts that are wanted. */
  only: string
  executable: string
  signal: AbortSignal
}): Promise<Line[]> {
  const { many, only, signal } = options
  const { ports } = await choosePorts(options.port)
  Object.assign(process.env, environment(ports))
  const folder = mkdtempSync('.local/bench-studio-')
  try {
    await fill(folder, ports.dynamodb, many)
    const stack = await startStack({ mode: 'demo', ports, folder, signal, withSchedules: false })
    const browser = await launchBrowser(options.executable)
    try {
      const site = `http://localhost:${ports.site}`
      return [
        ...(only.includes('g') ? await studioPages(site, many, orders) : []),
        ...(only.includes('h') ? await importFile(site, browser, folder) : []),
      ]
    } finally {
      await browser.close()
      await stack.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
