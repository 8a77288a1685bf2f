import type { Money } from '#lib/domain/money.ts'

// Apart from money.ts so that a browser page can show a price without loading the schema library.

const formats = new Map<string, Intl.NumberFormat>()

/** Made once a locale and currency: making one takes far longer than using it. */
function formatOf(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency })
  formats.set(key, known)
  return known
}

const exponents = new Map<string, number>()

/** How many decimals the currency's major unit has: 2 for USD, 0 for JPY. Asked once a currency, for the same reason. */
export function exponent(currency: string): number {
  const known =
    exponents.get(currency) ?? formatOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2
  exponents.set(currency, known)
  return known
}

/** For people: `$12.40`. */
export function formatMoney(value: Money, locale = 'en-US'): string {
  return formatOf(locale, value.currency).format(value.amount / 10 ** exponent(value.currency))
}

/** For machines such as schema.org: `12.40`, no symbol. */
export function decimalString(value: Money): string {
  return (value.amount / 10 ** exponent(value.currency)).toFixed(exponent(value.currency))
}
