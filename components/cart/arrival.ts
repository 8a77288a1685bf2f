import type { FulfilmentOption } from '#lib/domain/quote.ts'

const day = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
})

/** When a delivery comes, for people: `Tue, Nov 24 to Thu, Nov 26`. */
export function arrivalWords({ earliest, latest }: Pick<FulfilmentOption, 'earliest' | 'latest'>): string {
  const [first, last] = [earliest, latest].map(date => date && day.format(new Date(date)))
  if (first && last) return first === last ? first : `${first} to ${last}`
  if (last) return `by ${last}`
  return first ? `from ${first}` : 'No date given'
}
