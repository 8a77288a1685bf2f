/** A stream of numbers that is the same for the same seed (mulberry32). */
export type Random = {
  /** From 0, below 1. */
  next: () => number
  /** A whole number from 0, below `limit`. */
  below: (limit: number) => number
  chance: (probability: number) => boolean
  pick: <T>(from: readonly [T, ...T[]]) => T
}

export function randomOf(seed: number): Random {
  // Neighbouring seeds would start alike: the first number is spread by a large odd factor.
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: probability => next() < probability,
    pick: from => from[below(from.length)] ?? from[0],
  }
}
