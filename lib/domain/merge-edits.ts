import type { ListingEdit } from '#lib/domain/listing-edit.ts'
import { sameValue } from '#lib/domain/same-value.ts'

/** A field that two people left different. `path` names it as the form does: `variants.0.guidance`. */
export type Difference = { path: string; mine: unknown; theirs: unknown }

type Branch = Record<string, unknown>

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an entry of a list is known by, whatever else of it changes. */
function identity(entry: unknown): unknown {
  return isBranch(entry) ? (entry.sku ?? entry.src ?? entry.label) : undefined
}

/** Lists can be merged entry by entry only while each entry stands where it stood. */
function isAligned(lists: readonly unknown[][]): boolean {
  const [first, ...others] = lists.map(list => list.map(identity))
  return first !== undefined && !first.includes(undefined) && others.every(other => sameValue(other, first))
}

function merge(
  ancestor: unknown,
  mine: unknown,
  theirs: unknown,
  path: string,
  found: Difference[],
): unknown {
  if (sameValue(mine, theirs) || sameValue(theirs, ancestor)) return mine
  if (sameValue(mine, ancestor)) return theirs
  if (Array.isArray(ancestor) && Array.isArray(mine) && Array.isArray(theirs)) {
    if (isAligned([ancestor, mine, theirs]))
      return mine.map((entry, index) =>
        merge(ancestor[index], entry, theirs[index], `${path}.${index}`, found),
      )
  } else if (isBranch(ancestor) && isBranch(mine) && isBranch(theirs)) {
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    const entries = keys.map(key => {
      const below = path === '' ? key : `${path}.${key}`
      return [key, merge(ancestor[key], mine[key], theirs[key], below, found)] as const
    })
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  found.push({ path, mine, theirs })
  return mine
}

/**
 * Two people's edits of the same `ancestor` as one: what only one of them changed is taken from that one. Fields that
 * both changed, differently, are listed as `conflicts` and hold mine.
 */
export function mergeEdits(
  ancestor: ListingEdit,
  mine: ListingEdit,
  theirs: ListingEdit,
): { merged: ListingEdit; conflicts: Difference[] } {
  const conflicts: Difference[] = []
  // Each leaf of the result is a leaf of one of the three, so that its shape is theirs.
  const merged = merge(ancestor, mine, theirs, '', conflicts) as ListingEdit
  return { merged, conflicts }
}
