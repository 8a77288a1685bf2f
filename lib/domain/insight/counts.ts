/** Whole numbers by name. A name that is missing counts nothing. */
export type Counts = Record<string, number>

/** Adds `more` to `counts`, each name put behind `prefix`. */
export function addTo(counts: Counts, more: Counts, prefix = ''): Counts {
  for (const [name, value] of Object.entries(more)) {
    const key = `${prefix}${name}`
    counts[key] = (counts[key] ?? 0) + value
  }
  return counts
}

/** All added up. */
export function sumCounts(all: Iterable<Counts>): Counts {
  const total: Counts = {}
  for (const counts of all) addTo(total, counts)
  return total
}

/** What has to be added to `before` to make it `after`; names that do not change are left out. */
export function difference(after: Counts, before: Counts): Counts {
  const found: Counts = {}
  for (const name of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const change = (after[name] ?? 0) - (before[name] ?? 0)
    if (change !== 0) found[name] = change
  }
  return found
}

/** The counts whose names begin with `prefix`, without it. */
export function under(counts: Counts, prefix: string): Counts {
  const found: Counts = {}
  for (const [name, value] of Object.entries(counts)) {
    if (name.startsWith(prefix)) found[name.slice(prefix.length)] = value
  }
  return found
}

/** The counts of each key of a dimension: of `retailer:greenline:orders`, `orders` under `greenline`. */
export function byKey(counts: Counts, dimension: string): Map<string, Counts> {
  const found = new Map<string, Counts>()
  for (const [name, value] of Object.entries(counts)) {
    const [first, key, ...rest] = name.split(':')
    if (first !== dimension || key === undefined) continue
    const of = found.get(key) ?? {}
    of[rest.join(':')] = value
    found.set(key, of)
  }
  return found
}
