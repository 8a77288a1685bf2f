import { countListings, mostCounted } from '#lib/data/count-listings.ts'
import { getPublishedVersion, publishDocument as write } from '#lib/data/documents.ts'
import type { Believed, Stale } from '#lib/domain/edit-state.ts'
import { DomainError, isDomainError } from '#lib/domain/errors.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import { type Announcements, nextTurn } from '#lib/domain/site/announcements.ts'
import { type Categories, changedSlugs, inUseWords } from '#lib/domain/site/categories.ts'
import type { DocumentName } from '#lib/domain/site/document-titles.ts'
import { type DocumentContents, type DocumentProblem, documents } from '#lib/domain/site/documents.ts'
import { compareDocument } from '#lib/services/site/edit-document.ts'

/** `tags` name the pages that now look different. */
export type PublishedDocument<Content> =
  | { status: 'published'; version: number; before: Content; after: Content; tags: string[] }
  | { status: 'incomplete'; problems: DocumentProblem[] }
  | Stale<Content>

/** Why a category cannot leave the shop: it still has listings. Undefined where it can. */
export async function refuseRemoval(category: { slug: string; name: string }): Promise<string | undefined> {
  const count = await countListings(category.slug)
  return count > 0 ? inUseWords(category.name, count, mostCounted) : undefined
}

/** What a document's own schema cannot know. */
const rules: {
  [Name in DocumentName]?: (
    before: DocumentContents[Name],
    after: DocumentContents[Name],
  ) => Promise<DocumentProblem[]>
} = {
  categories: async (before, after) => {
    const kept = new Set(after.categories.map(({ slug }) => slug))
    const refused = await Promise.all(
      before.categories.filter(({ slug }) => !kept.has(slug)).map(refuseRemoval),
    )
    return refused.flatMap(message => (message ? [{ path: 'categories', message }] : []))
  },
}

const tagsOf: {
  [Name in DocumentName]: (before: DocumentContents[Name], after: DocumentContents[Name]) => string[]
} = {
  home: () => ['home'],
  announcements: () => ['frame'],
  categories: (before: Categories, after: Categories) => [
    'categories',
    'frame',
    ...changedSlugs(before.categories, after.categories).map(slug => `category:${slug}`),
  ],
}

const turnOf: {
  [Name in DocumentName]?: (content: DocumentContents[Name], now: string) => string | undefined
} = {
  announcements: (content: Announcements, now) => nextTurn(content, now),
}

async function problemsOf<Name extends DocumentName>(
  name: Name,
  before: DocumentContents[Name],
  edit: DocumentContents[Name],
): Promise<{ content?: DocumentContents[Name]; problems: DocumentProblem[] }> {
  const parsed = documents[name].whole.safeParse(edit, { error: wordsForIssue })
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    return { problems }
  }
  return { content: parsed.data, problems: (await rules[name]?.(before, parsed.data)) ?? [] }
}

async function release<Name extends DocumentName>(
  name: Name,
  wish: Believed & { edit: DocumentContents[Name]; before: DocumentContents[Name] },
  by: string,
): Promise<PublishedDocument<DocumentContents[Name]>> {
  const { edit, before, base, revision } = wish
  const { content, problems } = await problemsOf(name, before, edit)
  if (!content || problems.length > 0) return { status: 'incomplete', problems }
  const turn = turnOf[name]?.(content, new Date().toISOString())
  try {
    const version = await write(name, { content, by, base, revision, turn })
    return { status: 'published', version, before, after: content, tags: tagsOf[name](before, content) }
  } catch (error) {
    if (!isDomainError(error, 'stale_version')) throw error
    const { stale } = await compareDocument(name, wish)
    if (stale) return stale
    throw error
  }
}

/** Publishes the draft that `revision` names, as the version after `base`. Nothing unfinished is published. */
export async function publishDocument<Name extends DocumentName>(
  name: Name,
  wish: Believed,
  by: string,
): Promise<PublishedDocument<DocumentContents[Name]>> {
  const { live, draft, stale } = await compareDocument(name, wish)
  if (stale) return stale
  if (!draft) throw new DomainError('stale_version')
  return release(name, { ...wish, edit: draft.content, before: live }, by)
}

/**
 * Publishes an earlier version as the newest one. A draft goes: the caller has asked. What was possible then may not
 * be now, so the same rules hold. Throws `not_found` for a version that is not kept.
 */
export async function rollBackDocument<Name extends DocumentName>(
  name: Name,
  { version, ...wish }: Believed & { version: number },
  by: string,
): Promise<PublishedDocument<DocumentContents[Name]>> {
  const { live, stale } = await compareDocument(name, wish)
  if (stale) return stale
  const earlier = await getPublishedVersion(name, version)
  if (!earlier) throw new DomainError('not_found')
  return release(name, { ...wish, edit: earlier.content, before: live }, by)
}
