import {
  getDocumentDraft,
  getPublished,
  getPublishedVersion,
  listPublished,
  removeDocumentDraft,
  saveDocumentDraft,
} from '#lib/data/documents.ts'
import type { FieldChange } from '#lib/domain/compare-edits.ts'
import type { Believed, EditState, Stale, VersionMark } from '#lib/domain/edit-state.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { compareDocuments } from '#lib/domain/site/document-fields.ts'
import type { DocumentName } from '#lib/domain/site/document-titles.ts'
import { type DocumentContents, documents } from '#lib/domain/site/documents.ts'

type Content<Name extends DocumentName> = DocumentContents[Name]

/** How a document stands, beside what an editor believes. `stale` is undefined where the editor is right. */
export async function compareDocument<Name extends DocumentName>(name: Name, believed: Believed) {
  const [published, draft] = await Promise.all([getPublished(name), getDocumentDraft(name)])
  const live: Content<Name> = published?.content ?? documents[name].first
  const version = published?.version ?? 0
  const shown = { edit: live, at: published?.at, by: published?.by, base: version }
  let stale: Stale<Content<Name>> | undefined
  if ((draft?.revision ?? '') !== believed.revision) {
    const { content: edit, ...saved } = draft ?? { ...shown, content: live, revision: '' }
    stale = { status: 'stale', current: { edit, ...saved } }
  } else if (believed.base !== version) {
    const ancestor = await getPublishedVersion(name, believed.base)
    const current = { ...shown, revision: believed.revision }
    stale = { status: 'stale', ancestor: ancestor?.content ?? documents[name].first, current }
  }
  return { live, version, draft, stale }
}

/** All that an editor shows of a document: its draft, or else what is published, and its history. */
export async function getDocumentEdit<Name extends DocumentName>(
  name: Name,
): Promise<{
  state: EditState<Content<Name>>
  live: Content<Name>
  versions: VersionMark[]
}> {
  const [published, draft, versions] = await Promise.all([
    getPublished(name),
    getDocumentDraft(name),
    listPublished(name),
  ])
  const live: Content<Name> = published?.content ?? documents[name].first
  const { revision, base, at, by } = draft ?? {
    ...{ revision: '', base: published?.version ?? 0, at: undefined, by: undefined },
  }
  return { state: { edit: draft?.content ?? live, revision, base, at, by }, live, versions }
}

/** Keeps what is typed, unless someone else has changed the document since `revision` and `base`. */
export async function saveDocument<Name extends DocumentName>(
  name: Name,
  typed: Believed & { edit: Content<Name> },
  by: string,
): Promise<{ status: 'saved'; revision: string; at: string; isFirst: boolean } | Stale<Content<Name>>> {
  const { draft, stale } = await compareDocument(name, typed)
  if (stale) return stale
  const { edit: content, base, revision } = typed
  try {
    const saved = await saveDocumentDraft(name, { content, base, by }, revision)
    return { status: 'saved', ...saved, isFirst: draft?.by !== by }
  } catch (error) {
    if (!isDomainError(error, 'stale_version')) throw error
    const { stale: since } = await compareDocument(name, typed)
    if (since) return since
    throw error
  }
}

/** Throws away what is not published and returns what is. Throws `stale_version` when someone has saved since. */
export async function discardDocument<Name extends DocumentName>(
  name: Name,
  revision: string,
): Promise<EditState<Content<Name>>> {
  if (revision === '') throw new DomainError('stale_version')
  await removeDocumentDraft(name, revision)
  return (await getDocumentEdit(name)).state
}

/**
 * What a version changed against the one before it, or the draft against what is published. Throws `not_found` for a
 * version that is not kept.
 */
export async function compareDocumentVersions(name: DocumentName, version?: number): Promise<FieldChange[]> {
  if (version === undefined) {
    const { state, live } = await getDocumentEdit(name)
    return compareDocuments(live, state.edit)
  }
  const [before, after] = await Promise.all([
    getPublishedVersion(name, version - 1),
    getPublishedVersion(name, version),
  ])
  if (!after) throw new DomainError('not_found')
  return compareDocuments(before?.content ?? documents[name].first, after.content)
}
