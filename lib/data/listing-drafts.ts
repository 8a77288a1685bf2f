import { CustomAttributeType, Entity, Service } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { directoryItem, type ListingSummary } from '#lib/data/listing-items.ts'
import { storage } from '#lib/data/table.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

/** What is edited of a listing and not published yet, in the listing's partition. */
const draftItem = new Entity(
  {
    model: { entity: 'draft', version: '1', service: 'brandfront' },
    attributes: {
      slug: { type: 'string', required: true },
      revision: { type: 'string', required: true },
      base: { type: 'number', required: true },
      at: { type: 'string', required: true },
      by: { type: 'string', required: true },
      content: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    },
    indexes: {
      draft: {
        pk: { field: 'pk', composite: ['slug'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

const drafts = new Service({ draft: draftItem, directory: directoryItem }, storage)

export type ListingDraft = {
  edit: ListingEdit
  /** Names this state of the draft: each save makes a new one, never the same again. */
  revision: string
  /** The version of the listing that the draft departs from; 0 for one never published. */
  base: number
  /** ISO 8601, and the e-mail address of who saved it. */
  at: string
  by: string
}

/** A listing's draft, or undefined where nothing waits to be published. One GetItem. */
export async function getDraft(slug: string): Promise<ListingDraft | undefined> {
  const { data } = await draftItem.get({ slug }).go({ consistent: true })
  if (!data) return undefined
  const { revision, base, at, by } = data
  return { edit: unpack<ListingEdit>(data.content), revision, base, at, by }
}

/**
 * Saves a draft over the one named by `expected` ('' : over none) and returns it with its new revision. A listing
 * that was never published has its line in the directory follow; `isNew` claims that line and its slug.
 * Throws `stale_version` when someone else saved first, or when the slug is taken.
 */
export async function saveDraft(
  slug: string,
  draft: Omit<ListingDraft, 'revision' | 'at'>,
  expected: string,
  isNew = false,
): Promise<ListingDraft> {
  const saved = { ...draft, revision: newId('change'), at: new Date().toISOString() }
  const { edit, ...rest } = saved
  const line = draft.base === 0 ? [summaryOfDraft(slug, saved)] : []
  const results = await transact(() =>
    drafts.transaction
      .write(({ draft: item, directory }) => [
        item
          .put({ slug, ...rest, content: pack(edit) })
          .where(({ revision }, { eq, notExists }) =>
            expected === '' ? notExists(revision) : eq(revision, expected),
          )
          .commit(),
        ...line.map(summary => {
          const put = directory.put({ directory: 'listings', slug, summary })
          return isNew ? put.where((item, { notExists }) => notExists(item.summary)).commit() : put.commit()
        }),
      ])
      .go(),
  )
  if (refusal(results, 0) || refusal(results, 1)) throw new DomainError('stale_version')
  return saved
}

/** Removes a draft unless it has been saved since. The line of one never published goes with it. */
export async function removeDraft(
  slug: string,
  { revision, base }: ListingDraft,
  keepLine = false,
): Promise<void> {
  const results = await transact(() =>
    drafts.transaction
      .write(({ draft, directory }) => [
        draft
          .delete({ slug })
          .where(({ revision: current }, { eq }) => eq(current, revision))
          .commit(),
        ...(base === 0 && !keepLine ? [directory.delete({ directory: 'listings', slug }).commit()] : []),
      ])
      .go(),
  )
  if (refusal(results, 0)) throw new DomainError('stale_version')
}

function summaryOfDraft(slug: string, { edit, at, by }: ListingDraft): ListingSummary {
  const { name, category, images } = edit
  const card = { image: images[0] }
  return { slug, name, category, status: 'draft', version: 0, updatedAt: at, updatedBy: by, card }
}
