import { z } from 'zod'

export { decimalString, exponent, formatMoney } from '#lib/domain/money-format.ts'

/** An ISO 4217 code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)

/** An amount in the currency's minor unit (cents for USD), never a fraction. */
export const moneySchema = z.object({ amount: z.number().int(), currency: currencySchema })
export type Money = z.infer<typeof moneySchema>

/** `amount` minor units of `currency`. Throws RangeError unless `amount` is a safe integer. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of minor units: ${amount}`)
  // Adding zero turns -0, which multiplying can make, into 0.
  return { amount: amount + 0, currency: currencySchema.parse(currency) }
}

/** Throws RangeError when the currencies differ: nothing here converts. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} and ${b.currency}`)
  return money(a.amount + b.amount, a.currency)
}

/** `quantity` times `unit`; the quantity is a whole number. */
export function multiply(unit: Money, quantity: number): Money {
  return money(unit.amount * quantity, unit.currency)
}

/** The sum of `items`, zero of `currency` when there are none. */
export function sum(items: readonly Money[], currency: string): Money {
  return items.reduce(add, money(0, currency))
}
