const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six']

/** A small number in words, a larger one in figures. */
export function countWords(count: number): string {
  return words[count] ?? String(count)
}

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function listWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names)
}
