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

/** What names an entry of a list for good. */
function keyOf(entry: unknown): unknown {
  return isBranch(entry) ? (entry.key ?? entry.slug) : undefined
}

function keyed(list: readonly unknown[]): Map<unknown, unknown> | undefined {
  const entries = new Map(list.map(entry => [keyOf(entry), entry]))
  return entries.size === list.length && !entries.has(undefined) ? entries : undefined
}

type Keyed = ReadonlyMap<unknown, unknown>

/** The keys of both sides in one order. What one side removed is gone, unless the other has changed it. */
function mergeKeys(ancestor: Keyed, mine: Keyed, theirs: Keyed): unknown[] {
  const isKept = (key: unknown) => {
    if (mine.has(key) && theirs.has(key)) return true
    const left = mine.has(key) ? mine : theirs
    return !sameValue(left.get(key), ancestor.get(key))
  }
  const orders = [[...mine.keys()], [...theirs.keys()]]
  const [leading = [], other = []] = sameValue(orders[0], [...ancestor.keys()]) ? orders.toReversed() : orders
  const keys = leading.filter(isKept)
  other.forEach((key, index) => {
    if (keys.includes(key) || !isKept(key)) return
    keys.splice(keys.indexOf(other[index - 1]) + 1, 0, key)
  })
  return keys
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
    const [before, ours, others] = [keyed(ancestor), keyed(mine), keyed(theirs)]
    if (before && ours && others)
      return mergeKeys(before, ours, others).map((key, index) =>
        ours.has(key) && others.has(key)
          ? merge(before.get(key), ours.get(key), others.get(key), `${path}.${index}`, found)
          : (ours.get(key) ?? others.get(key)),
      )
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
 * both changed, differently, are listed as `conflicts` and hold mine. A list whose entries have a key or a slug of
 * their own is merged entry by entry, wherever they were moved.
 */
export function mergeEdits<Content>(
  ancestor: Content,
  mine: Content,
  theirs: Content,
): { merged: Content; conflicts: Difference[] } {
  const conflicts: Difference[] = []
  // Each leaf of the result is a leaf of one of the three, so that its shape is theirs.
  const merged = merge(ancestor, mine, theirs, '', conflicts) as Content
  return { merged, conflicts }
}
