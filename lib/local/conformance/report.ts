import type { RegistryRow } from '#lib/domain/retailer.ts'
import type { Result } from '#lib/retailers/conformance/cases.ts'

export type Count = { passed: number; failed: number; skipped: number }

const wide = 20

/** The heading over a retailer's cases. */
export function printRetailer({ id, name, adapter }: RegistryRow): void {
  console.log(`\n${name} (${id}, by the ${adapter} adapter)`)
}

/** A case's line, with the reason below it where there is one. */
export function printResult({ id, title, verdict }: Result): void {
  console.log(`  ${verdict.status.padEnd(12)} ${id.padEnd(wide)} ${title}`)
  if ('why' in verdict) console.log(`${' '.repeat(15)}${verdict.why}`)
}

/** What the retailer comes to for a shopper. */
export function printForShoppers(sentences: readonly string[]): void {
  console.log('  For a shopper:')
  for (const sentence of sentences) console.log(`    - ${sentence}`)
}

/** How many cases ended in which way. */
export function count(results: readonly Result[]): Count {
  const of = (status: string) => results.filter(({ verdict }) => verdict.status === status).length
  return { passed: of('passed'), failed: of('failed'), skipped: of('not offered') }
}
