/*
 * The sandbox retailers' books in memory, in place of their DynamoDB table: the other side of the purchase needs
 * no database to be true, and a case can start with empty books. Same functions as lib/local/sandbox/store.ts.
 */

type Item = { [attribute: string]: unknown }
export type Write = {
  pk: string
  sk: string
  holds: (item: Item | undefined) => boolean
  next: (item: Item | undefined) => Item | undefined
}

const partitions = new Map<string, Map<string, Item>>()

/** Empties the books. */
export function clearStore(): void {
  partitions.clear()
}

/** Drops one partition. */
export function forget(pk: string): void {
  partitions.delete(pk)
}

function partition(pk: string): Map<string, Item> {
  const known = partitions.get(pk) ?? new Map<string, Item>()
  partitions.set(pk, known)
  return known
}

function put(pk: string, sk: string, item: Item | undefined): void {
  if (item) partition(pk).set(sk, structuredClone({ ...item, pk, sk }))
  else partition(pk).delete(sk)
}

export const ensureTable = async (): Promise<void> => {}

export async function get<T>(pk: string, sk: string): Promise<T | undefined> {
  return structuredClone(partition(pk).get(sk)) as T | undefined
}

export async function getMany<T>(pk: string, ids: readonly string[]): Promise<T[]> {
  const found = await Promise.all([...new Set(ids)].map(id => get<T>(pk, id)))
  return found.filter(item => item !== undefined)
}

export async function list<T>(
  pk: string,
  options: { newestFirst?: boolean; limit?: number; prefix?: string } = {},
): Promise<T[]> {
  const sorted = [...partition(pk)]
    .filter(([sk]) => sk.startsWith(options.prefix ?? ''))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (options.newestFirst) sorted.reverse()
  return sorted.slice(0, options.limit).map(([, item]) => structuredClone(item) as T)
}

export async function overwrite(pk: string, sk: string, item: object): Promise<void> {
  put(pk, sk, { ...item })
}

export async function overwriteMany(items: readonly { pk: string; sk: string }[]): Promise<void> {
  for (const item of items) put(item.pk, item.sk, { ...item })
}

const number = (item: Item | undefined, attribute: string) => Number(item?.[attribute] ?? 0)

export const creation = (pk: string, sk: string, item: object): Write => ({
  ...{ pk, sk },
  holds: known => known === undefined,
  next: () => ({ ...item }),
})

export const replacement = (pk: string, sk: string, item: { version: number }, next: object): Write => ({
  ...{ pk, sk },
  holds: known => known?.version === item.version,
  next: () => ({ ...next, version: item.version + 1 }),
})

export const addition = (pk: string, sk: string, attribute: string, change: number): Write => ({
  ...{ pk, sk },
  holds: known => known !== undefined && number(known, attribute) + Math.min(change, 0) >= 0,
  next: known => ({ ...known, [attribute]: number(known, attribute) + change }),
})

export const removal = (pk: string, sk: string): Write => ({
  ...{ pk, sk },
  holds: known => known !== undefined,
  next: () => undefined,
})

export const extension = (pk: string, sk: string, until: number): Write => ({
  ...{ pk, sk },
  holds: known => known !== undefined && number(known, 'until') > Date.now(),
  next: known => ({ ...known, until }),
})

export const lapse = (pk: string, sk: string): Write => ({
  ...{ pk, sk },
  holds: known => known !== undefined && number(known, 'until') <= Date.now(),
  next: () => undefined,
})

export async function commit(writes: Write[]): Promise<number | undefined> {
  const known = writes.map(({ pk, sk }) => partition(pk).get(sk))
  const failed = writes.findIndex((write, index) => !write.holds(known[index]))
  if (failed >= 0) return failed
  for (const [index, { pk, sk, next }] of writes.entries()) put(pk, sk, next(known[index]))
  return undefined
}
