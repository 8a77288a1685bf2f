import { addTo, type Counts, difference } from '#lib/domain/insight/counts.ts'
import { lossOf } from '#lib/domain/insight/lost.ts'
import type { Origin } from '#lib/domain/insight/origin.ts'
import { dayOf } from '#lib/domain/insight/periods.ts'
import { isEnded, type Order } from '#lib/domain/order.ts'

/** What is kept by rank, each key for itself: there can be any number of them. */
export const rankings = ['product', 'campaign', 'pair'] as const
export type Ranking = (typeof rankings)[number]

/** As much of an order as is counted: nothing in it says who bought. */
export type Sale = {
  day: string
  retailerId: string
  lines: { slug: string; category: string; units: number; sales: number }[]
  /** What the shopper paid in all, with delivery and tax; minor units. */
  paid: number
  loyalty: boolean
  origin: Origin
}

/** What an order adds to the counters of its day and month. */
export type Contribution = { site: Counts; ranked: Map<`${Ranking}/${string}`, Counts> }

/** The category of a line that was put in a cart before carts knew. */
export const unknownCategory = 'other'

/** The part of an order that is counted. */
export function saleOf(order: Order): Sale {
  return {
    day: dayOf(order.createdAt),
    retailerId: order.retailerId,
    lines: order.lines.map(({ slug, category = unknownCategory, quantity, total }) => {
      return { slug, category, units: quantity, sales: total.amount }
    }),
    paid: order.totals.total.amount,
    loyalty: order.loyaltyId !== undefined,
    origin: order.origin ?? {},
  }
}

/** How an order is counted: by its end and the reason for it, such as `failed/out_of_stock`. None while it is open. */
export function countedAs({ state, reason }: Pick<Order, 'state' | 'reason'>): string | undefined {
  if (!isEnded(state)) return undefined
  return state === 'failed' ? `failed/${reason ?? 'internal_error'}` : state
}

/** An order's products, those that sold for most first, each once. */
function productsOf({ lines }: Sale): [string, Counts][] {
  const products = new Map<string, Counts>()
  for (const { slug, units, sales } of lines) {
    products.set(slug, addTo(products.get(slug) ?? { orders: 1 }, { units, sales }))
  }
  return [...products].toSorted(
    ([a, one], [b, other]) => (other.sales ?? 0) - (one.sales ?? 0) || (a < b ? -1 : 1),
  )
}

/** Products of one order that are paired with each other: all would be 1,225 pairs of a full cart. */
const paired = 5

function ranked(sale: Sale, sold: Counts): Contribution['ranked'] {
  const found: Contribution['ranked'] = new Map()
  const products = productsOf(sale)
  for (const [slug, counts] of products) found.set(`product/${slug}`, counts)
  const { campaign } = sale.origin
  if (campaign) found.set(`campaign/${campaign}`, sold)
  const leading = products.slice(0, paired).map(([slug]) => slug)
  for (const first of leading) {
    for (const second of leading) {
      if (first < second) found.set(`pair/${first}+${second}`, { orders: 1 })
    }
  }
  return found
}

function sum(sale: Sale, what: 'units' | 'sales'): number {
  return sale.lines.reduce((total, line) => total + line[what], 0)
}

function categoriesOf({ lines }: Sale): Map<string, Counts> {
  const found = new Map<string, Counts>()
  for (const { category, units, sales } of lines) {
    found.set(category, addTo(found.get(category) ?? { orders: 1 }, { units, sales }))
  }
  return found
}

/**
 * What an order adds to the counters while it is counted as `counted`. Only a confirmed one adds sales: the lines at
 * the retailer's prices, so that products, categories and retailers each add up to the total.
 */
export function contributionOf(sale: Sale, counted: string | undefined): Contribution {
  if (!counted) return { site: {}, ranked: new Map() }
  const [state = '', reason] = counted.split('/')
  const { origin, retailerId } = sale
  const site: Counts = {}
  const offer: Counts = { placed: 1, [state]: 1 }
  if (state === 'failed') offer[`failed:${lossOf(reason as Order['reason'])}`] = 1
  const taken = (why: string | undefined): Counts => (why ? { [`taken:${why}`]: 1 } : {})
  const sold = { orders: 1, units: sum(sale, 'units'), sales: sum(sale, 'sales') }
  if (state === 'confirmed') {
    addTo(offer, { ...sold, paid: sale.paid })
    const who = origin.returning ? 'returning' : 'new'
    addTo(offer, { orders: 1, sales: sold.sales }, `${who}:`)
    if (sale.loyalty)
      addTo(offer, { orders: 1, sales: sold.sales, saving: origin.loyaltySaving ?? 0 }, 'loyalty:')
    for (const [category, counts] of categoriesOf(sale)) addTo(site, counts, `category:${category}:`)
  }
  addTo(site, { ...offer, ...taken(origin.basketReason) })
  addTo(site, { ...offer, ...taken(origin.offerReason) }, `retailer:${retailerId}:`)
  return { site, ranked: state === 'confirmed' ? ranked(sale, sold) : new Map() }
}

/** What has to be added to the counters when an order counted as `before` is to be counted as `after`. */
export function changeOf(sale: Sale, before: string | undefined, after: string | undefined): Contribution {
  const [old, fresh] = [contributionOf(sale, before), contributionOf(sale, after)]
  const ranked: Contribution['ranked'] = new Map()
  for (const key of new Set([...old.ranked.keys(), ...fresh.ranked.keys()])) {
    const change = difference(fresh.ranked.get(key) ?? {}, old.ranked.get(key) ?? {})
    if (Object.keys(change).length > 0) ranked.set(key, change)
  }
  return { site: difference(fresh.site, old.site), ranked }
}
