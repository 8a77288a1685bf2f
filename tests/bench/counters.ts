import { additionsOf } from '#lib/data/insight/count-order.ts'
import { type Addition, tallyAdditions, tallyShards } from '#lib/data/insight/tallies.ts'
import { contributionOf, type Sale } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts } from '#lib/domain/insight/counts.ts'
import { addDays } from '#lib/domain/insight/periods.ts'
import { randomFrom } from '#lib/local/seed/artwork/random.ts'
import { generatedArticle } from '#lib/local/seed/generate.ts'

const retailers = ['harbor-market', 'greenline', 'parcel-and-pantry']
/** Each sale that is made up stands for so many alike, so that a million orders are made in seconds. */
const alike = 50

/** A sale on one of the 400 days up to `today`: a few products sell much, many a little. */
function saleNumber(index: number, listings: number, today: string): Sale {
  const random = randomFrom(index * 2_654_435_761)
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const number = Math.floor(listings * random() ** 3)
    const units = 1 + Math.floor(random() * 3)
    const { slug, category } = generatedArticle(number)
    return { slug, category, units, sales: units * (300 + (number % 900)) }
  })
  const campaign = random() < 0.4 ? `campaign-${Math.floor(200 * random() ** 2)}` : undefined
  return {
    day: addDays(today, -Math.floor(random() * 400)),
    retailerId: retailers[Math.floor(random() * retailers.length)] ?? 'greenline',
    lines,
    paid: lines.reduce((sum, line) => sum + line.sales, 900),
    loyalty: random() < 0.3,
    origin: { campaign, returning: random() < 0.6, basketReason: 'price', offerReason: 'price' },
  }
}

const often = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, value * alike]))

/** The counters that `orders` orders leave behind, and four compared baskets for each, as items of the table. */
export function counterItems(orders: number, listings: number, today: string): object[] {
  const sums = new Map<string, Addition>()
  const add = (one: Addition) => {
    const name = `${one.key.pk} ${one.key.sk}`
    const sum = sums.get(name)
    if (sum) addTo(sum.counts, often(one.counts))
    else sums.set(name, { ...one, counts: often(one.counts) })
  }
  for (let index = 0; index < orders / alike; index++) {
    const sale = saleNumber(index, listings, today)
    const end = index % 12 === 0 ? 'failed/payment_declined' : 'confirmed'
    for (const one of additionsOf(`ord_${index}`, sale.day, contributionOf(sale, end))) add(one)
    const visit: Counts = { views: 40, baskets: 4, 'lost:price': 4 }
    for (const id of retailers)
      addTo(visit, { asked: 4, offered: 3, 'lost:price': 3, 'lost:stock': 1 }, `retailer:${id}:`)
    const shard = index % tallyShards.length
    for (const one of tallyAdditions('visits', shard, [{ day: sale.day, counts: visit }])) add(one)
  }
  return [...sums.values()].map(({ key, counts, more }) => ({ ...key, ...counts, ...more }))
}
