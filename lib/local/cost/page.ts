import { bill, total } from './bill.ts'
import { assumptions, type measuredPurchase, type Purchase, samplePurchase } from './designs.ts'
import { fixedPrices } from './prices.ts'
import { peak, quotas } from './quotas.ts'

const volumes = [1000, 100_000, 10_000_000]

function dollars(amount: number): string {
  if (amount > 0 && amount < 0.005) return 'under 0.01'
  const digits = amount > 0 && amount < 10 ? 2 : 0
  return amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
const count = (value: number) => Number(value.toPrecision(2)).toLocaleString('en-US')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const ruler = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [line(head), line(ruler), ...rows.map(line)].join('\n')
}

function billTable(purchase: Purchase): string {
  const bills = volumes.map(orders => bill(purchase, orders))
  const services = Object.keys(bills[0] ?? {}).filter(service => bills.some(each => each[service] !== 0))
  const rows = services.map(service => [service, ...bills.map(each => dollars(each[service] ?? 0))])
  const sums = bills.map(total)
  return table(
    ['dollars a month', ...volumes.map(orders => `${orders.toLocaleString('en-US')} orders`)],
    [
      ...rows,
      ['**together**', ...sums.map(sum => `**${dollars(sum)}**`)],
      ['a thousand orders', ...sums.map((sum, index) => dollars((sum / (volumes[index] ?? 1)) * 1000))],
    ],
  )
}

/** docs/cost.md: what the counts of one measured purchase come to at list prices. */
export function costPage(purchase: ReturnType<typeof measuredPurchase>): string {
  const fixed = Object.entries(fixedPrices).map(([what, price]) => [what, dollars(price)])
  const limits = quotas(purchase).map(({ name, limit, reachedAt, remedy }) => [
    name,
    limit.toLocaleString('en-US'),
    count(reachedAt),
    remedy,
  ])
  return `# What it costs

Written by \`npm run cost\` from the counts of \`npm run bench\` (${purchase.measuredAt}) and the prices in
\`lib/local/cost/prices.ts\`: list prices of us-east-1, no free tier, no discount. A purchase is the whole scenario:
browse 20 products, open one, add two, compare three retailers, order, be mailed.

## Brandfront

${purchase.functions} function invocations, ${purchase.readUnits} read and ${purchase.writeUnits} write units, ${purchase.standardTransitions} workflow states a purchase.

${billTable(purchase)}

And, whatever is sold:

${table(['fixed', 'dollars a month'], [...fixed, ['**together**', `**${dollars(total(fixedPrices))}**`]])}

A visit that buys nothing costs the CDN's requests and bytes alone, about ${dollars(visitCost(purchase) * 1000)} dollars a thousand visits:
browsing runs no function and reads no table.

## The guidance's sample, for the same purchase

${samplePurchase.functions} function invocations (13 of them authorisers), ${samplePurchase.apiRequests} API calls, ${samplePurchase.readUnits} read and ${samplePurchase.writeUnits} write units, one Express
workflow of 10 states. It serves no pages; a site and a CDN would come on top. It keeps no hold records, timeline or
price comparison, which is where this product's write units go, and an Express workflow can neither wait an hour for
a shopper nor be looked up later, which is what the Standard one's transitions pay for.

${billTable(samplePurchase)}

## Which quota gives first

With ${peak} times the average in the busiest second, in a new account:

${table(['quota', 'it is', 'reached at orders a month', 'then'], limits)}

## Assumed, not measured

Site functions: ${assumptions.siteMemoryGigabytes} GB for ${assumptions.siteSeconds} s a call, most of it waiting for retailers. Tasks: ${assumptions.taskMemoryGigabytes} GB for ${assumptions.taskSeconds} s. A visit: ${assumptions.cdnRequests} requests and
${assumptions.cdnBytes / 1000} kB from the CDN. An order leaves ${assumptions.storedBytes / 1000} kB in the table and stays a year. ${assumptions.logBytes / 1000} kB of log lines a purchase;
one purchase in ${1 / assumptions.tracedShare} is traced. One mail an order; each further mail about shipping costs the same again.
`
}

function visitCost(purchase: Purchase): number {
  return bill(purchase, 1)['CloudFront and WAF'] ?? 0
}
