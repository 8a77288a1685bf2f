import { say } from '#lib/local/say.ts'
import { listings } from '#lib/local/seed/catalogue.ts'
import { writeGenerated } from '#lib/local/seed/generate.ts'
import type { Line } from './report.ts'
import type { Bench } from './start.ts'

async function unitsOfPage(bench: Bench): Promise<{ units: number; requests: number; cards: number }> {
  const { listCards } = await import('#lib/data/listings.ts')
  bench.meter.reset()
  const { cards } = await listCards({ sort: 'featured' })
  return { units: bench.meter.units.read, requests: bench.meter.requests, cards: cards.length }
}

/** (e) Units that a listing page reads with few and with many listings in the table. */
export async function listingUnits(bench: Bench, many: number): Promise<Line[]> {
  const few = 100
  await writeGenerated({ from: 1, to: 1 + few - listings.length })
  const small = await unitsOfPage(bench)
  const began = Date.now()
  await writeGenerated({
    from: 1 + few - listings.length,
    to: 1 + many - listings.length,
    onProgress: written => {
      if (written % 10_000 < 500)
        say(
          `${Math.round(written / 1000)} thousand listings after ${Math.round((Date.now() - began) / 1000)} s`,
        )
    },
  })
  const large = await unitsOfPage(bench)
  return [
    {
      part: 'e',
      what: `Units read by a listing page: ${few} and ${many} listings`,
      measured: `${small.units} and ${large.units} (${small.cards} and ${large.cards} cards)`,
      mark: 'equal',
      met: small.units === large.units && small.cards === large.cards && small.units > 0,
      details: { small, large },
    },
  ]
}
