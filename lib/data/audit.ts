import { CustomAttributeType, Entity } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import type { AuditEntry } from '#lib/domain/audit.ts'

/** What a person did to an order, in the order's own partition: added, never changed. */
export const auditItem = new Entity(
  {
    model: { entity: 'audit', version: '1', service: 'brandfront' },
    attributes: {
      orderId: { type: 'string', required: true },
      at: { type: 'string', required: true },
      by: { type: 'string', required: true },
      action: { type: CustomAttributeType<AuditEntry['action']>('string'), required: true },
      outcome: { type: CustomAttributeType<AuditEntry['outcome']>('string'), required: true },
      note: { type: 'string' },
    },
    indexes: {
      audit: {
        pk: { field: 'pk', composite: ['orderId'], casing: 'none' },
        sk: { field: 'sk', composite: ['at', 'by'], casing: 'none' },
      },
    },
  },
  storage,
)

const latest = 50

/** What people did to an order, the latest 50, oldest first. One Query. */
export async function listAudit(orderId: string): Promise<AuditEntry[]> {
  const { data } = await auditItem.query
    .audit({ orderId })
    .go({ order: 'desc', limit: latest, consistent: true })
  return data
    .map(({ at, by, action, outcome, note }) => ({ at, by, action, outcome, ...(note && { note }) }))
    .toReversed()
}

/** Records what a person did where nothing else is written. */
export async function addAudit(orderId: string, entry: AuditEntry): Promise<void> {
  await auditItem.put({ orderId, ...entry }).go()
}
