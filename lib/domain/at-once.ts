/**
 * Does `work` for each item, so many at a time, begun in order. Where one throws, so does this, and those under way go
 * on to their end.
 */
export async function eachAtOnce<Item>(
  atOnce: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items].entries()
  const worker = async () => {
    // They share one iterator: each takes what is next.
    for (const [, item] of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
