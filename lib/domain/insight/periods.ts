import { z } from 'zod'

/** Days are the market's own, as its east coast counts them. */
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The market's day of a moment (ISO 8601 or milliseconds): `2026-11-22`. */
export function dayOf(moment: string | number): string {
  return calendar.format(new Date(moment))
}

/** The month of a day, or a month itself: `2026-11`. */
export function monthOf(period: string): string {
  return period.slice(0, 7)
}

/** The day `count` days after `day`; before it where `count` is negative. */
export function addDays(day: string, count: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + count)
  return moment.toISOString().slice(0, 10)
}

const daySchema = z.iso.date()
/** The longest range that is shown: a leap year. */
export const longestRange = 366
/** Ranges up to this long are drawn day by day, longer ones month by month. */
const longestByDay = 92

/** Days from the first to the last, both included. */
export type DateRange = { from: string; to: string }

/** How many days a range has. */
export function daysIn({ from, to }: DateRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** Every day of a range, in order. */
export function eachDay(range: DateRange): string[] {
  return Array.from({ length: Math.max(0, daysIn(range)) }, (_, index) => addDays(range.from, index))
}

/** The months that a range touches, in order. */
export function eachMonth({ from, to }: DateRange): string[] {
  const months: string[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = monthOf(addDays(`${month}-28`, 4))) {
    months.push(month)
  }
  return months
}

/** All days of a month. */
export function monthRange(month: string): DateRange {
  const next = monthOf(addDays(`${month}-28`, 4))
  return { from: `${month}-01`, to: addDays(`${next}-01`, -1) }
}

/** True when a range holds a whole month. */
export function holdsMonth({ from, to }: DateRange, month: string): boolean {
  const whole = monthRange(month)
  return from <= whole.from && to >= whole.to
}

/** The range of the same length right before. */
export function previousRange(range: DateRange): DateRange {
  return { from: addDays(range.from, -daysIn(range)), to: addDays(range.from, -1) }
}

/** Whether a range is drawn by days or by months. */
export function stepOf(range: DateRange): 'day' | 'month' {
  return daysIn(range) <= longestByDay ? 'day' : 'month'
}

/**
 * The range that an address asks for: `from` and `to`, or the 28 days up to `today` where they are missing or make no
 * sense. Never beyond today, never longer than a year: the latest year of it then.
 */
export function readRange(asked: { from?: unknown; to?: unknown }, today: string): DateRange {
  const to = daySchema.safeParse(asked.to).data
  const from = daySchema.safeParse(asked.from).data
  const last = to && to < today ? to : today
  if (!from || from > last) return { from: addDays(last, -27), to: last }
  const days = Math.min(daysIn({ from, to: last }), longestRange)
  return { from: addDays(last, 1 - days), to: last }
}

/**
 * The part of a month that a range has, told in few days: the days of it, or, `isWhole`, all of the month without the
 * days that the range leaves out.
 */
export function partOfMonth(range: DateRange, month: string): { isWhole: boolean; days: string[] } {
  if (holdsMonth(range, month)) return { isWhole: true, days: [] }
  const all = eachDay(monthRange(month))
  const inside = all.filter(day => day >= range.from && day <= range.to)
  const outside = all.filter(day => !inside.includes(day))
  const isWhole = outside.length < inside.length
  return { isWhole, days: isWhole ? outside : inside }
}

/** How a range is read with few items: the months and days that it is made of, and the days to be taken from these months. */
export function partsOf(range: DateRange): { added: string[]; taken: string[] } {
  const parts = eachMonth(range).map(month => ({ month, ...partOfMonth(range, month) }))
  return {
    added: parts.flatMap(({ month, isWhole, days }) => (isWhole ? [month] : days)),
    taken: parts.flatMap(({ isWhole, days }) => (isWhole ? days : [])),
  }
}
