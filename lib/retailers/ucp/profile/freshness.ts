/** Milliseconds that a profile is good for where its server does not say, and the limits of what it may say. */
const usual = 5 * 60_000
const shortest = 60_000
const longest = 24 * 3_600_000

/**
 * How long an answer may be used without asking again, in milliseconds, by `Cache-Control` and `Age` (RFC 9111).
 * A profile is asked for by every process that buys, so never less than a minute, whatever the server says.
 */
export function lifetimeOf(headers: Headers): number {
  const control = headers.get('cache-control') ?? ''
  if (/(?:^|[\s,])no-(?:store|cache)(?:$|[\s,])/i.test(control)) return shortest
  const seconds = /(?:^|[\s,])max-age="?(\d{1,10})/i.exec(control)?.[1]
  if (seconds === undefined) return usual
  const age = Number(headers.get('age') ?? 0) || 0
  return Math.min(longest, Math.max(shortest, (Number(seconds) - age) * 1000))
}
