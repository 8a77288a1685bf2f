import { CustomAttributeType, Entity, Service } from 'electrodb'
import { pack, unpack } from '#lib/data/compressed.ts'
import { storage } from '#lib/data/table.ts'
import { refusal, transact } from '#lib/data/transact.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { newId } from '#lib/domain/ids.ts'
import type { DocumentName } from '#lib/domain/site/document-titles.ts'
import type { DocumentContents } from '#lib/domain/site/documents.ts'

/** A document of the site as it was published once; the newest is what the shop shows. */
const publishedItem = new Entity(
  {
    model: { entity: 'document', version: '1', service: 'brandfront' },
    attributes: {
      name: { type: CustomAttributeType<DocumentName>('string'), required: true },
      version: { type: 'number', required: true, padding: { length: 8, char: '0' } },
      at: { type: 'string', required: true },
      by: { type: 'string', required: true },
      content: { type: CustomAttributeType<Uint8Array>('any'), required: true },
      /** When the shop has to be made anew though nobody publishes; ISO 8601. */
      turn: { type: 'string' },
    },
    indexes: {
      published: {
        pk: { field: 'pk', composite: ['name'], casing: 'none' },
        sk: { field: 'sk', composite: ['version'], casing: 'none' },
      },
    },
  },
  storage,
)

/** What is edited of a document and not published yet. */
const draftItem = new Entity(
  {
    model: { entity: 'document-draft', version: '1', service: 'brandfront' },
    attributes: {
      name: { type: CustomAttributeType<DocumentName>('string'), required: true },
      revision: { type: 'string', required: true },
      base: { type: 'number', required: true },
      at: { type: 'string', required: true },
      by: { type: 'string', required: true },
      content: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    },
    indexes: {
      draft: {
        pk: { field: 'pk', composite: ['name'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

const both = new Service({ published: publishedItem, draft: draftItem }, storage)

/** A document as published; `version` counts from 1. */
type Published<Content> = { content: Content; version: number; at: string; by: string; turn?: string }

type DocumentDraft<Content> = {
  content: Content
  /** Names this state of the draft: each save makes a new one, never the same again. */
  revision: string
  /** The version that the draft departs from; 0 where nothing was published yet. */
  base: number
  /** ISO 8601, and the e-mail address of who saved it. */
  at: string
  by: string
}

const versionsKept = 50

/** What the shop shows of a document, or undefined where nothing was ever published. One Query for one item. */
export async function getPublished<Name extends DocumentName>(
  name: Name,
): Promise<Published<DocumentContents[Name]> | undefined> {
  const newest = { order: 'desc', limit: 1, consistent: true } as const
  const { data } = await publishedItem.query.published({ name }).go(newest)
  const item = data[0]
  return item && { ...item, content: unpack<DocumentContents[Name]>(item.content) }
}

/** A document as it was published once, or undefined. One GetItem. */
export async function getPublishedVersion<Name extends DocumentName>(
  name: Name,
  version: number,
): Promise<Published<DocumentContents[Name]> | undefined> {
  const { data } = await publishedItem.get({ name, version }).go()
  return data ? { ...data, content: unpack<DocumentContents[Name]>(data.content) } : undefined
}

/** When and by whom each kept version was published, newest first. One Query. */
export async function listPublished(
  name: DocumentName,
): Promise<{ version: number; at: string; by: string }[]> {
  const { data } = await publishedItem.query
    .published({ name })
    .go({ order: 'desc', limit: versionsKept, attributes: ['version', 'at', 'by'] })
  return data.map(({ version, at, by }) => ({ version, at, by }))
}

/** A document's draft, or undefined where nothing waits to be published. One GetItem. */
export async function getDocumentDraft<Name extends DocumentName>(
  name: Name,
): Promise<DocumentDraft<DocumentContents[Name]> | undefined> {
  const { data } = await draftItem.get({ name }).go({ consistent: true })
  return data ? { ...data, content: unpack<DocumentContents[Name]>(data.content) } : undefined
}

/**
 * Saves a draft over the one named by `expected` ('' : over none) and returns its new revision.
 * Throws `stale_version` when someone else saved first.
 */
export async function saveDocumentDraft<Name extends DocumentName>(
  name: Name,
  draft: { content: DocumentContents[Name]; base: number; by: string },
  expected: string,
): Promise<{ revision: string; at: string }> {
  const { content, base, by } = draft
  const [revision, at] = [newId('change'), new Date().toISOString()]
  const { rejected } = await draftItem
    .put({ name, base, by, revision, at, content: pack(content) })
    .where(({ revision: current }, { eq, notExists }) =>
      expected === '' ? notExists(current) : eq(current, expected),
    )
    .go({ returnOnConditionCheckFailure: true })
  if (rejected) throw new DomainError('stale_version')
  return { revision, at }
}

/** Removes a draft. Throws `stale_version` when it has been saved since `revision`. */
export async function removeDocumentDraft(name: DocumentName, revision: string): Promise<void> {
  const { rejected } = await draftItem
    .delete({ name })
    .where(({ revision: current }, { eq }) => eq(current, revision))
    .go({ returnOnConditionCheckFailure: true })
  if (rejected) throw new DomainError('stale_version')
}

/**
 * Publishes content as the version after `base`; the draft that `revision` names is done with, and the version
 * that is one too many goes. All together or not at all. Throws `stale_version` when someone else published, or
 * saved the draft, first.
 */
export async function publishDocument<Name extends DocumentName>(
  name: Name,
  {
    content,
    by,
    base,
    revision,
    turn,
  }: Omit<DocumentDraft<DocumentContents[Name]>, 'at'> & { turn?: string },
): Promise<number> {
  const [version, at] = [base + 1, new Date().toISOString()]
  const results = await transact(() =>
    both.transaction
      .write(({ published, draft }) => [
        published
          .put({ name, version, at, by, turn, content: pack(content) })
          .where((item, { notExists }) => notExists(item.at))
          .commit(),
        ...(revision
          ? [
              draft
                .delete({ name })
                .where(({ revision: current }, { eq }) => eq(current, revision))
                .commit(),
            ]
          : []),
        ...(version > versionsKept
          ? [published.delete({ name, version: version - versionsKept }).commit()]
          : []),
      ])
      .go(),
  )
  if (refusal(results, 0) || refusal(results, 1)) throw new DomainError('stale_version')
  return version
}

/** Notes when the shop has to be made anew next by the clock; nothing happens to a version that is gone. */
export async function setTurn(name: DocumentName, version: number, turn: string | undefined): Promise<void> {
  const change = publishedItem.patch({ name, version })
  await (turn ? change.set({ turn }) : change.remove(['turn'])).go({ returnOnConditionCheckFailure: true })
}
