import { market } from '#lib/domain/address.ts'

const timeZone = 'America/New_York'
const day = new Intl.DateTimeFormat(market.locale, { dateStyle: 'medium', timeZone })
const minute = new Intl.DateTimeFormat(market.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })

/** For people: `Nov 22, 2026`, as the market's east coast counts days. Takes ISO 8601. */
export function shortDate(iso: string): string {
  return day.format(new Date(iso))
}

/** For people: `Nov 22, 2026, 7:31 AM`. Takes ISO 8601. */
export function shortDateTime(iso: string): string {
  return minute.format(new Date(iso))
}
