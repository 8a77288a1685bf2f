import { additionsOf, countOrder, getCountedOrders } from '#lib/data/insight/count-order.ts'
import { addToCounters, listCounterKeys, listOrderIdsOf, readCounters } from '#lib/data/insight/recount.ts'
import type { Addition } from '#lib/data/insight/tallies.ts'
import { contributionOf, saleOf } from '#lib/domain/insight/contribution.ts'
import { addTo, type Counts, difference } from '#lib/domain/insight/counts.ts'
import { type DateRange, eachDay, eachMonth, monthRange } from '#lib/domain/insight/periods.ts'

/** What recounting found: how many orders there are, how many were not counted as they stand, which counters were off. */
export type Recount = { orders: number; uncounted: number; off: { counter: string; by: Counts }[] }

const nameOf = ({ pk, sk }: Addition['key']) => `${pk} ${sk}`
const batch = 100

/** All that the orders of a month add to the counters, as they are counted by their own items. */
async function additionsOfMonth(month: string) {
  const sums = new Map<string, Addition>()
  let [orders, uncounted] = [0, 0]
  for (const day of eachDay(monthRange(month))) {
    const orderIds = await listOrderIdsOf(day)
    for (let start = 0; start < orderIds.length; start += batch) {
      const ids = orderIds.slice(start, start + batch)
      for (const each of await getCountedOrders(ids)) if (await countOrder(each)) uncounted += 1
      for (const { order, counted } of await getCountedOrders(ids)) {
        orders += 1
        for (const one of additionsOf(order.id, day, contributionOf(saleOf(order), counted))) {
          const sum = sums.get(nameOf(one.key))
          if (sum) addTo(sum.counts, one.counts)
          else sums.set(nameOf(one.key), { ...one, counts: { ...one.counts } })
        }
      }
    }
  }
  return { sums, orders, uncounted }
}

function isSame(a: Map<string, Counts>, b: Map<string, Counts>): boolean {
  return [...new Set([...a.keys(), ...b.keys()])].every(
    name => Object.keys(difference(a.get(name) ?? {}, b.get(name) ?? {})).length === 0,
  )
}

const attempts = 5

async function rebuildMonth(month: string): Promise<Recount> {
  let uncountedInAll = 0
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await readCounters(await listCounterKeys(month))
    const { sums, orders, uncounted } = await additionsOfMonth(month)
    uncountedInAll += uncounted
    const known = [...sums.values()].map(({ key }) => key)
    const keys = new Map([...known, ...(await listCounterKeys(month))].map(key => [nameOf(key), key]))
    const kept = await readCounters([...keys.values()])
    // Orders ended while these were added up: what was read first and last do not belong together.
    if (!isSame(before, kept) && attempt < attempts) continue
    const corrections = [...keys].flatMap(([name, key]) => {
      const sum = sums.get(name)
      const counts = difference(sum?.counts ?? {}, kept.get(name) ?? {})
      return Object.keys(counts).length > 0 ? [{ key, counts, more: sum?.more }] : []
    })
    await addToCounters(corrections)
    const off = corrections.map(({ key, counts }) => ({ counter: nameOf(key), by: counts }))
    return { orders, uncounted: uncountedInAll, off }
  }
  throw new Error(`orders of ${month} end faster than they can be counted again: try later`)
}

/**
 * Counts all orders of the months that a range touches again, one by one, and corrects each counter that is off; those
 * of visits are not touched, since no order tells of them. Orders that no event was taken for are counted on the way.
 * Correcting adds what is missing, so that events taken meanwhile are not lost.
 */
export async function rebuildInsights(range: DateRange): Promise<Recount> {
  const total: Recount = { orders: 0, uncounted: 0, off: [] }
  for (const month of eachMonth(range)) {
    const found = await rebuildMonth(month)
    total.orders += found.orders
    total.uncounted += found.uncounted
    total.off.push(...found.off)
  }
  return total
}
