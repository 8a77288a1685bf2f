import { byKey, type Counts, sumCounts, under } from '#lib/domain/insight/counts.ts'
import { type LossReason, lossReasons } from '#lib/domain/insight/lost.ts'
import type { DateRange } from '#lib/domain/insight/periods.ts'
import {
  type Cell,
  type Column,
  changeFrom,
  shareOf,
  type Table,
  type TableId,
  tableTitles,
} from '#lib/domain/insight/tables.ts'

/** All that a report is made of, as it was read. */
export type Figures = {
  range: DateRange
  previous: DateRange
  step: 'day' | 'month'
  /** The counts of orders by day or by month of the range, in order, no period left out; by day those drawn alone. */
  series: { period: string; counts: Counts }[]
  orders: Counts
  ordersBefore: Counts
  visits: Counts
  visitsBefore: Counts
  ranked: Record<'product' | 'campaign' | 'pair', { key: string; now: Counts; before: Counts }[]>
  /** Carts that were taken to a retailer's own site: no sales, and none that can be known of. */
  handoffs: { name: string; carts: number; items: number; cartsBefore: number }[]
  /** What people call things: `retailer:greenline`, `product:rolled-oats`. */
  names: Record<string, string>
}

/** One of the figures that stand on top, with what it was in the period before. */
export type Headline = { title: string; kind: Column['kind']; now: number | null; before: number | null }
export type Report = {
  range: DateRange
  previous: DateRange
  step: 'day' | 'month'
  /** False where nothing at all was counted. */
  hasAny: boolean
  headlines: Headline[]
  tables: Record<TableId, Table>
}

const of = (counts: Counts | undefined, name: string) => counts?.[name] ?? 0
const averageOf = (counts: Counts | undefined) => {
  const orders = of(counts, 'orders')
  return orders === 0 ? null : Math.round(of(counts, 'sales') / orders)
}

const text = (title: string): Column => ({ title, kind: 'text' })
const count = (title: string): Column => ({ title, kind: 'count' })
const amount = (title: string): Column => ({ title, kind: 'amount' })
const share = (title: string): Column => ({ title, kind: 'share' })
const change: Column = { title: 'Change', kind: 'change' }

function table(id: TableId, columns: Column[], rows: Cell[][]): Table {
  return { id, title: tableTitles[id], columns, rows }
}

const soldColumns = [amount('Sales'), change, count('Orders'), amount('Average basket'), count('Units')]

function soldCells(now: Counts | undefined, before: Counts | undefined): Cell[] {
  return [
    of(now, 'sales'),
    changeFrom(of(now, 'sales'), of(before, 'sales')),
    of(now, 'orders'),
    averageOf(now),
    of(now, 'units'),
  ]
}

/** A dimension's keys, what sold most first; those that sold nothing in either period are left out. */
function soldBy(id: TableId, dimension: string, title: string, figures: Figures): Table {
  const [now, before] = [byKey(figures.orders, dimension), byKey(figures.ordersBefore, dimension)]
  const keys = [...new Set([...now.keys(), ...before.keys()])]
    .filter(key => of(now.get(key), 'orders') + of(before.get(key), 'orders') > 0)
    .toSorted((a, b) => of(now.get(b), 'sales') - of(now.get(a), 'sales') || (a < b ? -1 : 1))
  const name = (key: string) => figures.names[`${dimension}:${key}`] ?? key
  return table(
    id,
    [text(title), ...soldColumns],
    keys.map(key => [name(key), ...soldCells(now.get(key), before.get(key))]),
  )
}

function rankedTable(id: TableId, ranking: 'product' | 'campaign', title: string, figures: Figures): Table {
  const rows = figures.ranked[ranking].map(({ key, now, before }) => {
    const [sales = 0, ...others] = soldCells(now, before)
    return [figures.names[`${ranking}:${key}`] ?? key, sales, ...others]
  })
  return table(id, [text(title), ...soldColumns], rows)
}

function retailersOf({ orders, visits, names }: Figures): { id: string; name: string }[] {
  const ids = new Set([...byKey(orders, 'retailer').keys(), ...byKey(visits, 'retailer').keys()])
  return [...ids].toSorted().map(id => ({ id, name: names[`retailer:${id}`] ?? id }))
}

/** Of the names that orders are counted under, those that are drawn over time. */
export function namesDrawn(orders: Counts): string[] {
  return Object.keys(orders).filter(name => /^(sales|orders|units|retailer:[^:]+:sales)$/.test(name))
}

function shareTable(figures: Figures): Table {
  const retailers = retailersOf(figures)
  const rows = figures.series.map(({ period, counts }) => [
    period,
    ...retailers.map(({ id }) => shareOf(of(counts, `retailer:${id}:sales`), of(counts, 'sales'))),
  ])
  return table('share', [text('Period'), ...retailers.map(({ name }) => share(name))], rows)
}

function funnelTable(figures: Figures): Table {
  const rows = retailersOf(figures).map(({ id, name }) => {
    const [visits, orders] = [figures.visits, figures.orders].map(counts => under(counts, `retailer:${id}:`))
    const placed = of(orders, 'placed')
    return [
      name,
      of(visits, 'asked'),
      of(visits, 'offered'),
      // An order tells of its own checkout; the others were opened and left.
      of(visits, 'checkouts') + placed,
      placed,
      of(orders, 'confirmed'),
      shareOf(of(orders, 'confirmed'), of(visits, 'asked')),
    ]
  })
  const steps = ['Baskets compared', 'Had everything', 'Checkout opened', 'Ordered', 'Confirmed']
  return table('funnel', [text('Retailer'), ...steps.map(count), share('Confirmed of compared')], rows)
}

export const reasonWords: Record<LossReason, string> = {
  price: 'Price',
  shipping: 'Shipping',
  stock: 'Stock',
  decline: 'Payment declined',
  down: 'Retailer did not answer',
  other: 'Other',
}

/** Baskets that were compared and not ordered, and orders that came to nothing, by reason. */
function lostFor(visits: Counts, orders: Counts, reason: LossReason): number {
  const left = of(visits, `lost:${reason}`) - of(orders, `taken:${reason}`)
  // An order on the first day of a range may have been compared the day before.
  return Math.max(0, left) + of(orders, `failed:${reason}`)
}

function lostTable(figures: Figures): Table {
  const row = (name: string, prefix: string): Cell[] => {
    const [visits, orders] = [figures.visits, figures.orders].map(counts => under(counts, prefix))
    return [name, ...lossReasons.map(reason => lostFor(visits ?? {}, orders ?? {}, reason))]
  }
  const rows = [
    row('Whole baskets', ''),
    ...retailersOf(figures).map(({ id, name }) => row(name, `retailer:${id}:`)),
  ]
  return table('lost', [text('Lost by'), ...lossReasons.map(reason => count(reasonWords[reason]))], rows)
}

function customersTable({ orders, ordersBefore }: Figures): Table {
  const rows = (['new', 'returning'] as const).map(who => {
    const [now, before] = [orders, ordersBefore].map(counts => under(counts, `${who}:`))
    return [
      who === 'new' ? 'New' : 'Returning',
      of(now, 'orders'),
      shareOf(of(now, 'orders'), of(orders, 'orders')),
      of(now, 'sales'),
      averageOf(now),
      changeFrom(of(now, 'orders'), of(before, 'orders')),
    ]
  })
  const columns = [
    text('Customers'),
    count('Orders'),
    share('Share'),
    amount('Sales'),
    amount('Average basket'),
  ]
  return table('customers', [...columns, { title: 'Change in orders', kind: 'change' }], rows)
}

function loyaltyTable(figures: Figures): Table {
  const rows = retailersOf(figures).map(({ id, name }) => {
    const counts = under(figures.orders, `retailer:${id}:`)
    const used = of(counts, 'loyalty:orders')
    const all = of(counts, 'orders')
    return [name, all, used, shareOf(used, all), of(counts, 'loyalty:saving')]
  })
  const columns = [count('Orders'), count('With a loyalty number'), share('Share'), amount('Saved by it')]
  return table('loyalty', [text('Retailer'), ...columns], rows)
}

function handoffsTable({ handoffs }: Figures): Table {
  const rows = handoffs.map(({ name, carts, items, cartsBefore }) => [
    name,
    carts,
    changeFrom(carts, cartsBefore),
    items,
  ])
  return table('handoffs', [text('Retailer'), count('Carts'), change, count('Units')], rows)
}

function pairsTable({ ranked, names }: Figures): Table {
  const name = (slug: string) => names[`product:${slug}`] ?? slug
  const rows = ranked.pair.map(({ key, now, before }) => {
    const [first = '', second = ''] = key.split('+')
    const orders = of(now, 'orders')
    return [name(first), name(second), orders, changeFrom(orders, of(before, 'orders'))]
  })
  return table('pairs', [text('Product'), text('with'), count('Orders'), change], rows)
}

function headlinesOf({ orders, ordersBefore, visits, visitsBefore }: Figures): Headline[] {
  const conversion = (sold: Counts, seen: Counts) => shareOf(of(sold, 'orders'), of(seen, 'baskets'))
  return [
    { title: 'Sales', kind: 'amount', now: of(orders, 'sales'), before: of(ordersBefore, 'sales') },
    { title: 'Orders', kind: 'count', now: of(orders, 'orders'), before: of(ordersBefore, 'orders') },
    { title: 'Average basket', kind: 'amount', now: averageOf(orders), before: averageOf(ordersBefore) },
    { title: 'Units', kind: 'count', now: of(orders, 'units'), before: of(ordersBefore, 'units') },
    { title: 'Products viewed', kind: 'count', now: of(visits, 'views'), before: of(visitsBefore, 'views') },
    {
      title: 'Orders of baskets compared',
      kind: 'share',
      now: conversion(orders, visits),
      before: conversion(ordersBefore, visitsBefore),
    },
  ]
}

/** The report that the figures make: what stands on top, and a table behind each chart. */
export function reportOf(figures: Figures): Report {
  const { range, previous, step, series } = figures
  const time = series.map(({ period, counts }) => [
    period,
    of(counts, 'sales'),
    of(counts, 'orders'),
    averageOf(counts),
    of(counts, 'units'),
  ])
  const columns = [text('Period'), amount('Sales'), count('Orders'), amount('Average basket'), count('Units')]
  const all = sumCounts([figures.orders, figures.ordersBefore, figures.visits])
  return {
    range,
    previous,
    step,
    hasAny: Object.values(all).some(value => value !== 0) || figures.handoffs.some(each => each.carts > 0),
    headlines: headlinesOf(figures),
    tables: {
      time: table('time', columns, time),
      retailers: soldBy('retailers', 'retailer', 'Retailer', figures),
      share: shareTable(figures),
      products: rankedTable('products', 'product', 'Product', figures),
      categories: soldBy('categories', 'category', 'Category', figures),
      campaigns: rankedTable('campaigns', 'campaign', 'Campaign', figures),
      funnel: funnelTable(figures),
      lost: lostTable(figures),
      pairs: pairsTable(figures),
      customers: customersTable(figures),
      loyalty: loyaltyTable(figures),
      handoffs: handoffsTable(figures),
    },
  }
}
