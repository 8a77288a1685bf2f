import { readCursor, writeCursor } from '#lib/data/cursor.ts'
import { wordsOf } from '#lib/data/listing-index.ts'
import { directoryItem, type ListingSummary, nameWordItem } from '#lib/data/listing-items.ts'
import { shelfPage, shelfRange } from '#lib/data/shelf-pages.ts'
import type { Listing } from '#lib/domain/listing.ts'

/*
 * The studio's directory of all listings, drafts too, as its table asks for it. Every function reads a page, whatever
 * the catalogue's size, and throws `invalid_input` for an `after` that it did not make.
 */

type Page = { after?: string; limit: number }
type Lines = { lines: ListingSummary[]; next?: string }

/** Sorts after every slug. */
const end = '~'

/** A page of the directory by slug, of a category or of all of them. One Query. */
export async function listLines({ category, after, limit }: Page & { category?: string }): Promise<Lines> {
  const from = { slug: after ? `${readCursor(after, 1)[0]}!` : '!' }
  const whole = category
    ? directoryItem.query.ofShelf({ shelf: category })
    : directoryItem.query.directory({ directory: 'listings' })
  const { data } = await whole.between(from, { slug: end }).go({ limit: limit + 1 })
  const lines = data.slice(0, limit).map(item => item.summary)
  const last = lines.at(-1)
  return { lines, next: last && data.length > limit ? writeCursor([last.slug]) : undefined }
}

/** A page of the listings in one state, by category and slug. One Query and a BatchGet. */
export async function listLinesIn(
  state: Listing['status'],
  { category, after, limit }: Page & { category?: string },
): Promise<Lines> {
  const { from, to } = shelfRange({ category, after })
  // The index holds keys alone, hence the second look at the items themselves.
  const { data } = await directoryItem.query
    .ofState({ state })
    .between(from, to)
    .go({ limit: limit + 1, hydrate: true })
  const { page, next } = shelfPage(data, limit)
  return { lines: page.map(item => item.summary), next }
}

/** The lines of these listings, in their order; one that is gone is left out. One BatchGet for up to 100. */
export async function getLines(slugs: readonly string[]): Promise<ListingSummary[]> {
  if (slugs.length === 0) return []
  const { data } = await directoryItem.get(slugs.map(slug => ({ directory: 'listings', slug }))).go()
  const found = new Map(data.map(item => [item.slug, item.summary]))
  return slugs.flatMap(slug => found.get(slug) ?? [])
}

/**
 * A page of the listings whose name has a word that begins like the query's longest, by that word. Whether a name fits
 * the whole query is for the caller to say. One Query and a BatchGet.
 */
export async function findLines(query: string, { after, limit }: Page): Promise<Lines> {
  const longest = wordsOf(query).toSorted((a, b) => b.length - a.length)[0]
  if (!longest) return { lines: [] }
  const [word = longest, slug = ''] = after ? readCursor(after, 2) : []
  const { data } = await nameWordItem.query
    .word({ initials: longest.slice(0, 2) })
    .between({ word, slug: `${slug}!` }, { word: `${longest}${end}`, slug: end })
    .go({ limit: limit + 1 })
  const page = data.slice(0, limit)
  const last = page.at(-1)
  return {
    lines: await getLines([...new Set(page.map(item => item.slug))]),
    next: last && data.length > limit ? writeCursor([last.word, last.slug]) : undefined,
  }
}
