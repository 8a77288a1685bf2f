import { addAudit } from '#lib/data/audit.ts'
import { removeCustomerMadeBy } from '#lib/data/customers.ts'
import { recordHeard } from '#lib/data/order-record.ts'
import { getOrder } from '#lib/data/orders.ts'
import { getRetailer } from '#lib/data/retailers.ts'
import type { AuditEntry, Resolution } from '#lib/domain/audit.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import type { Order } from '#lib/domain/order.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { log } from '#lib/log.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { askEnd, auditEntry, endOrder, failureReason, type Operator } from '#lib/services/settle-by-asking.ts'

const patience = 15_000

async function read(orderId: string): Promise<Order> {
  const order = await getOrder(orderId)
  if (!order) throw new DomainError('not_found')
  return order
}

async function adapterOf({ retailerId }: Order): Promise<RetailerAdapter> {
  const retailer = await getRetailer(retailerId)
  if (!retailer) throw new DomainError('retailer_disabled')
  return adapterFor(retailer)
}

/** Runs what an operator asked for. Whatever comes of it is kept with who asked, a failure too. */
async function audited(
  orderId: string,
  operator: Operator,
  run: (order: Order) => Promise<{ outcome: AuditEntry['outcome']; isKept: boolean }>,
): Promise<AuditEntry['outcome']> {
  const order = await read(orderId)
  try {
    const { outcome, isKept } = await run(order)
    if (!isKept) await addAudit(orderId, auditEntry(operator, outcome))
    return outcome
  } catch (error) {
    log.error('operator’s action failed', error, { orderId, action: operator.action })
    const outcome = isDomainError(error) ? error.code : 'internal_error'
    await addAudit(orderId, auditEntry(operator, outcome))
    return outcome
  }
}

/** Only a purchase that nothing works on any more is a person's to settle. */
function mustWait(order: Order): void {
  if (order.state !== 'needs_attention') throw new DomainError('stale_version')
}

/**
 * Asks the retailer what became of an order: one that needs attention is settled where the answer is certain, of a
 * confirmed one the retailer's latest word is kept. Returns the order's state after, or why nothing changed.
 */
export function askRetailer(orderId: string, by: string): Promise<AuditEntry['outcome']> {
  const operator: Operator = { by, action: 'ask' }
  return audited(orderId, operator, async order => {
    if (order.state !== 'confirmed') mustWait(order)
    const end = await askEnd(await adapterOf(order), order, AbortSignal.timeout(patience))
    if (!end) return { outcome: order.state, isKept: false }
    if (end.to === order.state && end.retailerOrder) {
      await recordHeard(orderId, end.retailerOrder)
      return { outcome: order.state, isKept: false }
    }
    return { outcome: await endOrder(order, end, operator), isKept: true }
  })
}

/**
 * Takes back what the retailer may hold for an order that needs attention: its stock hold, then its session, which
 * nobody can buy from after that. An order that turns out to be sold is settled as such instead. Returns the order's
 * state after, or why nothing changed.
 */
export function releaseOrder(orderId: string, by: string): Promise<AuditEntry['outcome']> {
  const operator: Operator = { by, action: 'release' }
  return audited(orderId, operator, async order => {
    mustWait(order)
    const adapter = await adapterOf(order)
    const signal = AbortSignal.timeout(patience)
    const sold = await askEnd(adapter, order, signal)
    if (sold && sold.to !== 'failed') return { outcome: await endOrder(order, sold, operator), isKept: true }
    const call = (action: string) => ({ key: uuidFrom(`${orderId}:${action}`), signal })
    if (order.hold) await adapter.release(order.sessionId, order.hold.id, call('release'))
    await adapter.cancelSession(order.sessionId, call('undo-initialize-order'))
    const end = await askEnd(adapter, order, signal)
    if (end?.to !== 'failed') throw new DomainError('order_unsettled')
    await removeCustomerMadeBy(order.customerId, order)
    return { outcome: await endOrder(order, end, operator), isKept: true }
  })
}

/** Ends an order that needs attention as a person found out, for the reason they give. */
export function resolveOrder(
  orderId: string,
  resolution: Resolution,
  by: string,
): Promise<AuditEntry['outcome']> {
  const operator: Operator = { by, action: 'resolve', note: resolution.note }
  return audited(orderId, operator, async order => {
    mustWait(order)
    const reason = resolution.outcome === 'failed' ? failureReason(order) : undefined
    return { outcome: await endOrder(order, { to: resolution.outcome, reason }, operator), isKept: true }
  })
}
