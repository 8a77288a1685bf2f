import { listAudit } from '#lib/data/audit.ts'
import { getOrderRecord, type OrderRecord } from '#lib/data/order-record.ts'
import type { AuditEntry } from '#lib/domain/audit.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { idSchema } from '#lib/domain/ids.ts'

/** All that is on record of an order, for an operator. Two reads. Throws `not_found`. */
export async function inspectOrder(orderId: string): Promise<OrderRecord & { audit: AuditEntry[] }> {
  if (!idSchema('order').safeParse(orderId).success) throw new DomainError('not_found')
  const [record, audit] = await Promise.all([getOrderRecord(orderId), listAudit(orderId)])
  if (!record) throw new DomainError('not_found')
  return { ...record, audit }
}
