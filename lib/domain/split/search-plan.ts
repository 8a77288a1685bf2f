import type { Choice } from '#lib/domain/split/choices.ts'
import { priceOf, type Supposition } from '#lib/domain/split/supposition.ts'

type Branch = { line: number; choices: { choice: Choice; price: number }[]; least: number }

/**
 * Looks through all assignments that a supposition allows and that may still beat `best`, the dearest lines first,
 * and hands each to `offer`, which answers the best cost known. `budget` counts down; at zero the search ends.
 */
export function searchPlan(
  choices: readonly Choice[][],
  supposed: Supposition,
  fixed: number,
  offer: (plan: Choice[]) => number,
  best: number,
  budget: { steps: number },
): void {
  const branches = choices
    .map((list, line): Branch => {
      const open = list
        .map(choice => ({ choice, price: priceOf(choice, supposed) }))
        .filter(each => each.price < Number.POSITIVE_INFINITY)
        .toSorted((a, b) => a.price - b.price)
      return { line, choices: open, least: open[0]?.price ?? Number.POSITIVE_INFINITY }
    })
    .toSorted((a, b) => spread(b) - spread(a))
  const rest = after(branches, branch => branch.least)
  const reach = after(branches, branch => mostGoods(branch, [...supposed.keys()]))
  const reachOf = new Map(
    [...supposed.keys()].map(retailer => [retailer, after(branches, each => mostGoods(each, [retailer]))]),
  )
  const goods = new Map([...supposed.keys()].map(retailer => [retailer, 0]))
  const plan: Choice[] = choices.map(() => [])

  /** Whether what is left can lift every retailer to where its tariff begins. */
  function canReach(depth: number): boolean {
    let lacking = 0
    for (const [retailer, { from }] of supposed) {
      const missing = from - (goods.get(retailer) ?? 0)
      if (missing <= 1e-6) continue
      if (missing > (reachOf.get(retailer)?.[depth] ?? 0)) return false
      lacking += missing
    }
    return lacking <= (reach[depth] ?? 0)
  }

  function visit(depth: number, cost: number): void {
    if (budget.steps <= 0 || Math.ceil(cost + (rest[depth] ?? 0) - 1e-6) >= best) return
    budget.steps--
    const branch = branches[depth]
    if (!branch) {
      best = offer([...plan])
      return
    }
    if (!canReach(depth)) return
    for (const { choice, price } of branch.choices) {
      for (const each of choice) goods.set(each.retailer, (goods.get(each.retailer) ?? 0) + each.goods)
      plan[branch.line] = choice
      visit(depth + 1, cost + price)
      for (const each of choice) goods.set(each.retailer, (goods.get(each.retailer) ?? 0) - each.goods)
    }
  }
  visit(0, fixed)
}

/** What it costs at most to choose badly at a line: such lines are decided first. */
function spread({ choices, least }: Branch): number {
  return (choices.at(-1)?.price ?? 0) - least
}

function mostGoods({ choices }: Branch, retailers: readonly number[]): number {
  return Math.max(
    0,
    ...choices.map(({ choice }) =>
      choice.reduce((sum, each) => sum + (retailers.includes(each.retailer) ? each.goods : 0), 0),
    ),
  )
}

/** The sum of a figure over the branches from each depth on. */
function after(branches: readonly Branch[], figure: (branch: Branch) => number): number[] {
  const sums = [0]
  for (const branch of branches.toReversed()) sums.unshift((sums[0] ?? 0) + figure(branch))
  return sums
}
