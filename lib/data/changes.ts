import { CustomAttributeType, Entity } from 'electrodb'
import { readCursor, writeCursor } from '#lib/data/cursor.ts'
import { storage } from '#lib/data/table.ts'
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

/** Records what a person did, now. One request for every 25 changes. Throws when not all could be written. */
export async function addChanges(by: string, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return
  const at = new Date().toISOString()
  const items = changes.map(change => {
    const id = newId('change')
    const { kind, id: subjectId } = change.subject
    return { kind, subjectId, changeId: id, month: at.slice(0, 7), change: { ...change, id, at, by } }
  })
  const { unprocessed } = await changeItem.put(items).go()
  // DynamoDB hands some back under load: the SDK repeats whole requests only.
  for (const key of unprocessed) {
    const item = items.find(each => each.changeId === key.changeId)
    if (item) await changeItem.put(item).go()
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
