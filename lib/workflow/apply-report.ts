import { saveAfterSale } from '#lib/data/after-sales.ts'
import { getOrder } from '#lib/data/orders.ts'
import { settleOrder } from '#lib/data/settle-order.ts'
import { type AfterSale, reportTime, withReport } from '#lib/domain/after-sale.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Order } from '#lib/domain/order.ts'
import { announcements, isCalledOff } from '#lib/domain/shipments.ts'
import { publishOrderEvent } from '#lib/notify/publish-order-event.ts'
import type { RetailerReport } from '#lib/retailers/contract.ts'
import { now } from '#lib/workflow/task.ts'

const attempts = 5

/** A report with our own numbers for the articles that were bought here. */
function inOurWords(order: Order, { afterSale }: RetailerReport) {
  const skus = new Map(order.lines.map(line => [line.retailerSkus[order.retailerId] ?? line.sku, line.sku]))
  return (
    afterSale && {
      ...afterSale,
      lines: afterSale.lines.map(line => ({ ...line, sku: skus.get(line.retailerSku) })),
    }
  )
}

/** Merges a report into the order's record, whoever else writes it. Returns the record and whether it changed. */
async function merge(order: Order, report: RetailerReport): Promise<AfterSale | undefined> {
  const heard = inOurWords(order, report)
  if (!heard) return order.afterSale
  let known = order.afterSale
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const merged = withReport(known, heard)
    if (known && JSON.stringify(merged) === JSON.stringify(known)) return known
    const isNewest = merged.asOf === reportTime(heard)
    const latest = isNewest ? { retailerOrder: report.order, payload: report.payload } : undefined
    if (await saveAfterSale(order.id, merged, latest)) return { ...merged, edition: merged.edition + 1 }
    known = (await getOrder(order.id))?.afterSale
  }
  throw new DomainError('stale_version')
}

/** The retailer has called the sale off, or cancelled it as the shopper wished before its answer to that was heard. */
async function callOff({ id: orderId, retailerId, cancelRequestedAt }: Order): Promise<void> {
  const wished = { at: now(), step: 'cancel-order', status: 'done' } as const
  const entries = cancelRequestedAt ? [wished] : []
  const settled = await settleOrder(orderId, { from: 'confirmed', to: 'cancelled', entries })
  if (settled) await publishOrderEvent({ orderId, retailerId, state: 'cancelled' })
}

/** Tells subscribers what they have not been told, then notes it: a crash in between tells them again, as a repeat. */
async function announce({ id: orderId, retailerId }: Order, afterSale: AfterSale): Promise<void> {
  const due = announcements(afterSale)
  if (due.length === 0) return
  for (const { what, about } of due) {
    await publishOrderEvent({ orderId, retailerId, state: 'confirmed', happened: what, about })
  }
  const told = [...afterSale.told, ...due.map(({ key }) => key)]
  // Where someone else has written since, they will tell again what was not noted, under the same ids.
  await saveAfterSale(orderId, { ...afterSale, told })
}

/**
 * Takes in what a retailer says of one of its orders, by webhook or when asked. Harmless when repeated or late. The
 * order must have been confirmed. Throws `stale_version` where others keep writing, and the SDKs' errors.
 */
export async function applyReport(order: Order, report: RetailerReport): Promise<void> {
  const afterSale = await merge(order, report)
  if (!afterSale) return
  if (order.state === 'confirmed' && isCalledOff(afterSale)) return callOff(order)
  // Of a cancelled order the shopper knows that all the money comes back.
  if (order.state === 'confirmed') await announce(order, afterSale)
}
