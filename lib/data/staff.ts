import { CustomAttributeType, Entity } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import type { StaffMember, StaffRole } from '#lib/domain/staff.ts'

/** The list of who works in the studio: a shop has few, so it is one partition. What counts is the role with the person. */
const staffItem = new Entity(
  {
    model: { entity: 'staff', version: '1', service: 'brandfront' },
    attributes: {
      list: { type: 'string', required: true, default: 'staff' },
      email: { type: 'string', required: true },
      role: { type: CustomAttributeType<StaffRole>('string'), required: true },
      /** ISO 8601. */
      since: { type: 'string', required: true },
    },
    indexes: {
      list: {
        pk: { field: 'pk', composite: ['list'], casing: 'none' },
        sk: { field: 'sk', composite: ['email'], casing: 'none' },
      },
    },
  },
  storage,
)

/** Everyone who works in the studio, by e-mail address, 200 at most. One Query. */
export async function listStaff(): Promise<StaffMember[]> {
  const { data } = await staffItem.query.list({ list: 'staff' }).go({ limit: 200 })
  return data.map(({ email, role, since }) => ({ email, role, since }))
}

/** Notes a person's role in the list; `none` takes them off it. */
export async function saveStaff(email: string, role: StaffRole | 'none'): Promise<void> {
  if (role === 'none') await staffItem.delete({ list: 'staff', email }).go()
  else await staffItem.put({ list: 'staff', email, role, since: new Date().toISOString() }).go()
}
