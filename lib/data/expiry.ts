export const minute = 60
export const hour = 60 * minute
export const day = 24 * hour

/** The `expires` attribute for an item that lives `seconds` from now: epoch seconds. */
export function expiresIn(seconds: number, from: number = Date.now()): number {
  return Math.floor(from / 1000) + seconds
}

/**
 * True once an item's time has run out. Every reader asks, since DynamoDB deletes such items only hours or days
 * later, and the local stand-ins never do.
 */
export function isExpired(item: { expires?: number }): boolean {
  return item.expires !== undefined && item.expires <= Date.now() / 1000
}
