import { CustomAttributeType, Entity, Service } from 'electrodb'
import { readCursor, writeCursor } from '#lib/data/cursor.ts'
import { storage } from '#lib/data/table.ts'
import { transact } from '#lib/data/transact.ts'
import type { Change, ChangeSubject, NewChange } from '#lib/domain/change.ts'
import { newId } from '#lib/domain/ids.ts'

/** What people did in the studio, in the partition of what they did it to, and by month in GSI1. */
const changeItem = new Entity(
  {
    model: { entity: 'change', version: '1', service: 'brandfront' },
    attributes: {
      kind: { type: CustomAttributeType<ChangeSubject['kind']>('string'), required: true },
      subjectId: { type: 'string', required: true },
      /** Sorts by time of making. */
      changeId: { type: 'string', required: true },
      /** `2026-11`, UTC. */
      month: { type: 'string', required: true },
      change: { type: CustomAttributeType<Change>('any'), required: true },
    },
    indexes: {
      ofSubject: {
        pk: { field: 'pk', composite: ['kind', 'subjectId'], casing: 'none' },
        sk: { field: 'sk', composite: ['changeId'], casing: 'none' },
      },
      ofMonth: {
        index: 'GSI1',
        pk: { field: 'gsi1pk', composite: ['month'], casing: 'none' },
        sk: { field: 'gsi1sk', composite: ['changeId'], casing: 'none' },
      },
    },
  },
  storage,
)

const changes = new Service({ change: changeItem }, storage)
/** The most writes that DynamoDB takes in one transaction. */
const mostWrites = 100

/** Records what a person did, now. One request for every 100 changes. Throws when they could not be written. */
export async function addChanges(by: string, done: readonly NewChange[]): Promise<void> {
  const at = new Date().toISOString()
  const items = done.map(change => {
    const id = newId('change')
    const { kind, id: subjectId } = change.subject
    return { kind, subjectId, changeId: id, month: at.slice(0, 7), change: { ...change, id, at, by } }
  })
  for (let start = 0; start < items.length; start += mostWrites) {
    const some = items.slice(start, start + mostWrites)
    await transact(() =>
      changes.transaction.write(({ change }) => some.map(item => change.put(item).commit())).go(),
    )
  }
}

type Page = { after?: string; limit?: number }
const pageSize = 50

/**
 * A page of what was done in a month (`2026-11`, UTC), newest first. One Query. Throws `invalid_input` for an
 * `after` that this function did not make.
 */
export async function listChanges(
  month: string,
  { after, limit = pageSize }: Page = {},
): Promise<{ changes: Change[]; next?: string }> {
  const whole = changeItem.query.ofMonth({ month })
  const rest = after ? whole.lt({ changeId: readCursor(after, 1)[0] }) : whole
  const { data } = await rest.go({ order: 'desc', limit: limit + 1 })
  return page(data, limit)
}

/** A page of what was done to one thing, newest first. One Query. Throws as `listChanges` does. */
export async function listChangesOf(
  subject: ChangeSubject,
  { after, limit = pageSize }: Page = {},
): Promise<{ changes: Change[]; next?: string }> {
  const whole = changeItem.query.ofSubject({ kind: subject.kind, subjectId: subject.id })
  const rest = after ? whole.lt({ changeId: readCursor(after, 1)[0] }) : whole
  const { data } = await rest.go({ order: 'desc', limit: limit + 1 })
  return page(data, limit)
}

function page(items: readonly { change: Change }[], limit: number): { changes: Change[]; next?: string } {
  const changes = items.slice(0, limit).map(item => item.change)
  const last = changes.at(-1)
  return { changes, next: last && items.length > limit ? writeCursor([last.id]) : undefined }
}
