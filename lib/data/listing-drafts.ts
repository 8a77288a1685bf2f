import { CustomAttributeType, Entity, Service } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { directoryLine, nameWordRows, noShelf } from '#lib/data/listing-index.ts'
import { directoryItem, type ListingSummary, nameWordItem } from '#lib/data/listing-items.ts'
import { shelfPage, shelfRange } from '#lib/data/shelf-pages.ts'
import { storage } from '#lib/data/table.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

/** What is edited of a listing and not published yet, in the listing's partition, and all of them in GSI2. */
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
      waiting: { type: 'string', required: true },
      shelf: { type: 'string', required: true },
    },
    indexes: {
      draft: {
        pk: { field: 'pk', composite: ['slug'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
      waiting: {
        index: 'GSI2',
        pk: { field: 'gsi2pk', composite: ['waiting'], casing: 'none' },
        sk: { field: 'gsi2sk', composite: ['shelf', 'slug'], casing: 'none' },
      },
    },
  },
  storage,
)

const drafts = new Service({ draft: draftItem, directory: directoryItem, nameWord: nameWordItem }, storage)

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

/** A draft without what is in it. */
export type DraftMark = Omit<ListingDraft, 'edit'>

/** Which of these listings have a draft, by slug. One BatchGet for up to 100. */
export async function getDraftMarks(slugs: readonly string[]): Promise<Map<string, DraftMark>> {
  if (slugs.length === 0) return new Map()
  const keys = slugs.map(slug => ({ slug }))
  const { data } = await draftItem.get(keys).go({ attributes: ['slug', 'revision', 'base', 'at', 'by'] })
  return new Map(data.map(({ slug, revision, base, at, by }) => [slug, { revision, base, at, by }]))
}

/** A page of the slugs of listings with a draft, by category and slug. One Query and a BatchGet. */
export async function listDrafted(list: {
  category?: string
  after?: string
  limit: number
}): Promise<{ slugs: string[]; next?: string }> {
  const { from, to } = shelfRange(list)
  // The index holds keys alone, hence the second look at the items themselves.
  const { data } = await draftItem.query
    .waiting({ waiting: 'drafts' })
    .between(from, to)
    .go({ limit: list.limit + 1, hydrate: true })
  const { page, next } = shelfPage(data, list.limit)
  return { slugs: page.map(({ slug }) => slug), next }
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
 * that was never published has its line in the directory follow, and what it is found by: `nameBefore` is what it was
 * called. `isNew` claims that line and its slug. Throws `stale_version` when someone else saved first, or when the slug
 * is taken.
 */
export async function saveDraft(
  slug: string,
  draft: Omit<ListingDraft, 'revision' | 'at'>,
  expected: string,
  { isNew = false, nameBefore = '' } = {},
): Promise<ListingDraft> {
  const saved = { ...draft, revision: newId('change'), at: new Date().toISOString() }
  const { edit, ...rest } = saved
  const line = draft.base === 0 ? [directoryLine(summaryOfDraft(slug, saved))] : []
  const words = draft.base === 0 ? changedWords(slug, nameBefore, edit.name) : { puts: [], removes: [] }
  const shelf = edit.category || noShelf
  const results = await transact(() =>
    drafts.transaction
      .write(({ draft: item, directory, nameWord }) => [
        item
          .put({ slug, ...rest, content: pack(edit), waiting: 'drafts', shelf })
          .where(({ revision }, { eq, notExists }) =>
            expected === '' ? notExists(revision) : eq(revision, expected),
          )
          .commit(),
        ...line.map(one => {
          const put = directory.put(one)
          return isNew ? put.where((item, { notExists }) => notExists(item.summary)).commit() : put.commit()
        }),
        ...words.puts.map(row => nameWord.put(row).commit()),
        ...words.removes.map(row => nameWord.delete(row).commit()),
      ])
      .go(),
  )
  if (refusal(results, 0) || refusal(results, 1)) throw new DomainError('stale_version')
  return saved
}

/** Removes a draft unless it has been saved since. The line of one never published goes with it. */
export async function removeDraft(
  slug: string,
  { revision, base, edit }: ListingDraft,
  keepLine = false,
): Promise<void> {
  const isGone = base === 0 && !keepLine
  const results = await transact(() =>
    drafts.transaction
      .write(({ draft, directory, nameWord }) => [
        draft
          .delete({ slug })
          .where(({ revision: current }, { eq }) => eq(current, revision))
          .commit(),
        ...(isGone ? [directory.delete({ directory: 'listings', slug }).commit()] : []),
        ...(isGone ? nameWordRows(slug, edit.name).map(row => nameWord.delete(row).commit()) : []),
      ])
      .go(),
  )
  if (refusal(results, 0)) throw new DomainError('stale_version')
}

/** The words that find a listing after its name has changed, and those that no longer do. */
function changedWords(slug: string, before: string, after: string) {
  const [old, now] = [nameWordRows(slug, before), nameWordRows(slug, after)]
  const has = (rows: typeof now, word: string) => rows.some(row => row.word === word)
  return {
    puts: now.filter(({ word }) => !has(old, word)),
    removes: old.filter(({ word }) => !has(now, word)),
  }
}

function summaryOfDraft(slug: string, { edit, at, by }: ListingDraft): ListingSummary {
  const { name, category, images } = edit
  const card = { image: images[0] }
  return { slug, name, category, status: 'draft', version: 0, updatedAt: at, updatedBy: by, card }
}
