import { type Choice, choicesFor } from '#lib/domain/split/choices.ts'
import { searchPlan } from '#lib/domain/split/search-plan.ts'
import { priceOf, type Supposition } from '#lib/domain/split/supposition.ts'
import { estimatedCost, type Tariff, type Terms, tariffsOf } from '#lib/domain/split/terms.ts'

type Need = { sku: string; quantity: number }

/** A basket over retailers; one part is one parcel. Minor units. */
export type Split = {
  parts: { retailerId: string; items: Need[] }[]
  /** The estimated cost of all parts. */
  cost: number
  /** No split costs less than this. */
  atLeast: number
}

/** Up to this size the answer is the minimum; past it, the best that a bounded search finds. */
const exactLines = 12
const exactRetailers = 6
/** How many assignments a search looks at past that size. */
const boundedSteps = 40_000
/** How many retailers a basket goes over past that size. */
const boundedParts = 3

function suppositions(tariffs: readonly Tariff[][], most: number): Supposition[] {
  let all: Supposition[] = [new Map()]
  for (const [retailer, list] of tariffs.entries()) {
    const further = all
      .filter(each => each.size < most)
      .flatMap(each => list.map(tariff => new Map([...each, [retailer, tariff]])))
    all = all.concat(further)
  }
  return all.filter(each => each.size > 0)
}

function fixedOf(supposed: Supposition): number {
  return [...supposed.values()].reduce((sum, tariff) => sum + tariff.fixed, 0)
}

function trueCost(plan: readonly Choice[], retailers: readonly Terms[]): number {
  const goods = retailers.map(() => 0)
  for (const each of plan.flat()) goods[each.retailer] = (goods[each.retailer] ?? 0) + each.goods
  return retailers.reduce((sum, terms, index) => sum + estimatedCost(terms, goods[index] ?? 0), 0)
}

function partsOf(
  plan: readonly Choice[],
  needs: readonly Need[],
  retailers: readonly Terms[],
): Split['parts'] {
  return retailers.flatMap(({ retailerId }, retailer) => {
    const items = plan.flatMap((choice, line) => {
      const sku = needs[line]?.sku ?? ''
      return choice.flatMap(each => (each.retailer === retailer ? [{ sku, quantity: each.quantity }] : []))
    })
    return items.length > 0 ? [{ retailerId, items }] : []
  })
}

/**
 * The cheapest way to get every line from these retailers, each line whole from one of them where one has enough of
 * it. Undefined where all together lack something. Up to 12 lines and 6 retailers `cost` is the exact minimum and
 * equals `atLeast`; past that, `cost` is what a bounded search found and the minimum lies between the two.
 *
 * Branch and bound. A retailer's costs jump (delivery is free from some value on, a saving begins), so that each way
 * of being charged is supposed in turn. Under a supposition costs are straight lines: the cheapest choice of each
 * line, taken alone, bounds it from below, and most suppositions are out by that.
 */
export function cheapestSplit(needs: readonly Need[], retailers: readonly Terms[]): Split | undefined {
  const choices = needs.map(need => choicesFor(need, retailers))
  if (needs.length === 0 || choices.some(list => list.length === 0)) return undefined
  const isSmall = needs.length <= exactLines && retailers.length <= exactRetailers
  const most = retailers.length <= exactRetailers ? retailers.length : boundedParts
  const ranked = suppositions(retailers.map(tariffsOf), most)
    .map(supposed => ({ supposed, bound: fixedOf(supposed) + boundOf(choices, supposed) }))
    .filter(each => each.bound < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.bound - b.bound || a.supposed.size - b.supposed.size)
  let best: { plan: Choice[]; cost: number } | undefined
  const budget = { steps: isSmall ? Number.POSITIVE_INFINITY : boundedSteps }
  const offer = (plan: Choice[]) => {
    const cost = trueCost(plan, retailers)
    if (!best || cost < best.cost) best = { plan, cost }
    return best.cost
  }
  for (const { supposed } of ranked) offer(choices.map(list => cheapest(list, supposed)))
  for (const { supposed, bound } of ranked) {
    if (best && Math.ceil(bound - 1e-6) >= best.cost) break
    searchPlan(choices, supposed, fixedOf(supposed), offer, best?.cost ?? Number.POSITIVE_INFINITY, budget)
  }
  if (!best) return undefined
  const isExact = budget.steps > 0 && most === retailers.length
  const floor = Math.min(best.cost, Math.ceil(floorOf(choices, retailers) - 1e-6))
  const { plan, cost } = best
  return { parts: partsOf(plan, needs, retailers), cost, atLeast: isExact ? cost : floor }
}

function cheapest(list: readonly Choice[], supposed: Supposition): Choice {
  return list.reduce((a, b) => (priceOf(b, supposed) < priceOf(a, supposed) ? b : a))
}

function boundOf(choices: readonly Choice[][], supposed: Supposition): number {
  return choices.reduce((sum, list) => sum + Math.min(...list.map(each => priceOf(each, supposed))), 0)
}

/** A bound that needs no supposition: every retailer at its best tariff, none of them for nothing. */
function floorOf(choices: readonly Choice[][], retailers: readonly Terms[]): number {
  const best = retailers.map(terms => {
    const tariffs = tariffsOf(terms)
    return {
      from: 0,
      slope: Math.min(...tariffs.map(each => each.slope)),
      fixed: Math.min(...tariffs.map(each => each.fixed)),
    }
  })
  const helpful = best.reduce((sum, each) => sum + Math.min(0, each.fixed), 0)
  const entry = Math.max(0, Math.min(...best.map(each => each.fixed)))
  return boundOf(choices, new Map(best.entries())) + (helpful || entry)
}
