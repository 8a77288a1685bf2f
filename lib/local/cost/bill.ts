import type { Purchase } from './designs.ts'
import { prices } from './prices.ts'

const million = 1e6
const gigabyte = 1e9

/** How long an order's items stay in the table, in months, before they are taken out to an archive. */
const monthsKept = 12

/** Dollars a month by service for so many purchases a month. */
export function bill(purchase: Purchase, orders: number): Record<string, number> {
  const each = (amount: number, price: number, per = million) => (orders * amount * price) / per
  return {
    Lambda:
      each(purchase.functions, prices.lambdaRequests) +
      each(purchase.functionSeconds, prices.lambdaGigabyteSeconds, 1),
    'Step Functions':
      each(purchase.standardTransitions, prices.stateTransitions) +
      each(purchase.expressWorkflows, prices.expressRequests) +
      each(purchase.expressSeconds, prices.expressGigabyteSeconds, 1),
    'DynamoDB requests':
      each(purchase.readUnits, prices.readUnits) + each(purchase.writeUnits, prices.writeUnits),
    'DynamoDB storage': each(purchase.storedBytes * monthsKept, prices.tableGigabytes, gigabyte),
    'API Gateway': each(purchase.apiRequests, prices.apiRequests),
    'CloudFront and WAF':
      each(purchase.cdnRequests, prices.cdnRequests + prices.firewallRequests) +
      each(purchase.cdnBytes, prices.cdnGigabytes, gigabyte),
    'SNS and SQS':
      each(purchase.publishes, prices.publishes) + each(purchase.queueRequests, prices.queueRequests),
    SES: each(purchase.mails, prices.mails, 1000),
    'Logs and traces':
      each(purchase.logBytes, prices.logGigabytes, gigabyte) + each(purchase.traces, prices.traces),
  }
}

/** The sum of a bill. */
export function total(items: Record<string, number>): number {
  return Object.values(items).reduce((sum, item) => sum + item, 0)
}
