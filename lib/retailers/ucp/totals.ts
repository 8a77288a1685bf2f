import { DomainError } from '#lib/domain/errors.ts'
import { money } from '#lib/domain/money.ts'
import type { QuoteTotals } from '#lib/domain/quote.ts'
import type { WireCheckout, WireTotal } from './shapes.ts'

function amountOf(totals: readonly WireTotal[], ...types: string[]): number {
  return totals.filter(total => types.includes(total.type)).reduce((sum, total) => sum + total.amount, 0)
}

/** What a fulfilment option or a line costs: its `total`, or what its parts come to. */
export function entryTotal(totals: readonly WireTotal[]): number {
  const stated = totals.find(total => total.type === 'total')
  return stated ? stated.amount : totals.reduce((sum, total) => sum + total.amount, 0)
}

/**
 * The session's totals in our terms. Every entry but `total` is added up again (signs are part of the amounts,
 * types/total.json) and must come to it exactly; kinds we do not know count as fees. Throws `retailer_refused`
 * when they do not add up, when `total` is missing or repeated, or when the currency is another.
 */
export function readTotals(session: WireCheckout, currency: string): QuoteTotals {
  const { totals } = session
  const stated = totals.filter(total => total.type === 'total')
  const total = stated[0]
  if (stated.length !== 1 || !total) throw refused('no single total')
  if (session.currency.toUpperCase() !== currency) throw refused('another currency')
  const parts = totals.filter(entry => entry.type !== 'total').reduce((sum, entry) => sum + entry.amount, 0)
  if (parts !== total.amount || total.amount < 0) throw refused('totals do not add up')
  const items = amountOf(totals, 'subtotal')
  const discount = amountOf(totals, 'discount', 'items_discount')
  const fulfilment = amountOf(totals, 'fulfillment')
  const tax = amountOf(totals, 'tax')
  return {
    items: money(items, currency),
    discount: money(discount, currency),
    fulfilment: money(fulfilment, currency),
    tax: money(tax, currency),
    fees: money(total.amount - items - discount - fulfilment - tax, currency),
    total: money(total.amount, currency),
  }
}

function refused(reason: string): DomainError {
  return new DomainError('retailer_refused', { cause: new Error(reason) })
}
