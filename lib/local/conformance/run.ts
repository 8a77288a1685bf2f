import { readFileSync } from 'node:fs'
import { type HandoffRetailer, type Retailer, retailerSchema } from '#lib/domain/retailer.ts'
import { stopSignal } from '#lib/local/stopping.ts'
import type { Result } from '#lib/retailers/conformance/cases.ts'
import { forShoppers, handoffForShoppers } from '#lib/retailers/conformance/for-shoppers.ts'
import type { Subject } from '#lib/retailers/conformance/subject.ts'
import { type Options, readOptions, type ServerOptions, usage } from './options.ts'
import { count, printForShoppers, printResult, printRetailer } from './report.ts'
import { type Stage, setStage } from './stage.ts'

async function tryRetailer(subject: Subject, only: string[] | undefined): Promise<Result[]> {
  const { runCases } = await import('#lib/retailers/conformance/cases.ts')
  printRetailer(subject.retailer)
  const results = await runCases(subject, { only, onResult: printResult })
  printForShoppers(forShoppers(subject.adapter.capabilities, subject.retailer))
  return results
}

async function tryHandoff(retailer: HandoffRetailer): Promise<Result[]> {
  const { runHandoffCases } = await import('#lib/retailers/conformance/handoff-cases.ts')
  printRetailer(retailer)
  const results = await runHandoffCases({ retailer, articles: ['kit-1', 'kit-2'] }, { onResult: printResult })
  printForShoppers(handoffForShoppers(retailer))
  return results
}

/** The demo's retailers, each with a sandbox of its own started for the occasion. */
async function trySandboxes(
  { retailer, adapter, only }: Options,
  { ports, webhooks }: Stage,
): Promise<Result[]> {
  const { sandboxIds, handoffRetailerId } = await import('#lib/local/ports.ts')
  const { handoffRow, registryRows } = await import('#lib/local/sandbox/registry-rows.ts')
  const { sandboxSubject } = await import('./sandbox-subject.ts')
  const urls = Object.fromEntries(sandboxIds.map(id => [id, `http://127.0.0.1:${ports[id]}`]))
  const rows = [...registryRows(urls), handoffRow(urls[handoffRetailerId] ?? '')]
  const wanted = rows.filter(row => retailer === undefined || row.id === retailer)
  if (wanted.length === 0)
    throw new Error(`No such retailer. There are: ${rows.map(row => row.id).join(', ')}.`)
  const results: Result[] = []
  for (const row of wanted) {
    if (row.adapter === 'handoff') {
      results.push(...(await tryHandoff(row)))
      continue
    }
    const tried = retailerSchema.parse({ ...row, adapter: adapter ?? row.adapter })
    results.push(...(await tryRetailer(await sandboxSubject(tried, urls[row.id] ?? '', webhooks), only)))
  }
  return results
}

/** The row of a server that is not one of ours: a file's, or one that leaves all to the server's profile. */
function rowOf({ url, row, apiKey, handler, webhooks }: ServerOptions): Retailer | undefined {
  if (row) return retailerSchema.parse(JSON.parse(readFileSync(row, 'utf8')))
  if (!url) return undefined
  return retailerSchema.parse({
    adapter: 'ucp',
    id: 'server',
    name: new URL(url).host,
    blurb: '',
    enabled: true,
    position: 1,
    endpoint: url,
    quoteDeadline: 20,
    ...(apiKey !== undefined && { secretName: 'brandfront/retailer/server' }),
    ...(handler && { payment: { handlerId: handler } }),
    ...(webhooks && { capabilities: { status: 'webhook' } }),
  })
}

async function tryAll(options: Options, row: Retailer | undefined, stage: Stage): Promise<number> {
  const { server, only } = options
  let results: Result[]
  if (row) {
    const { SITE_URL } = process.env
    console.log(`It reads our profile, and reports, at ${SITE_URL} (port ${stage.ports.site} here)`)
    const { serverSubject } = await import('./server-subject.ts')
    results = await tryRetailer(await serverSubject(row, server, stage.webhooks), only)
  } else results = await trySandboxes(options, stage)
  const { passed, failed, skipped } = count(results)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0 ? 0 : 1
}

async function main(): Promise<number> {
  const signal = stopSignal()
  const options = readOptions(process.argv.slice(2))
  const { server } = options
  const row = rowOf(server)
  const apiKey = server.apiKey ?? ''
  const secrets = row?.secretName ? { [row.secretName]: JSON.stringify({ apiKey }) } : {}
  const stage = await setStage({ secrets, site: server.site, withSandboxes: !row })
  const stopped = new Promise<number>(resolve => {
    if (signal.aborted) resolve(130)
    signal.addEventListener('abort', () => resolve(130))
  })
  try {
    return await Promise.race([stopped, tryAll(options, row, stage)])
  } finally {
    await stage.stop()
  }
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    console.error(`\n${usage}`)
    process.exit(2)
  },
)
