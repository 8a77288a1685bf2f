import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, decimalString, exponent, formatMoney, money, multiply, sum } from '#lib/domain/money.ts'

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const currency = fc.constantFrom('USD', 'EUR', 'JPY')

describe('money', () => {
  test('a sum does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(fc.array(amount), currency, (amounts, code) => {
        const items = amounts.map(each => money(each, code))
        expect(sum(items, code)).toEqual(sum(items.toReversed(), code))
      }),
    )
  })

  test('a quantity is that many times the unit', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 99 }), currency, (unit, quantity, code) => {
        const units = Array.from({ length: quantity }, () => money(unit, code))
        expect(multiply(money(unit, code), quantity)).toEqual(sum(units, code))
      }),
    )
  })

  test('never holds a fraction of a minor unit, nor more than can be counted exactly', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: false }).filter(each => !Number.isSafeInteger(each)),
        each => {
          expect(() => money(each, 'USD')).toThrow(RangeError)
        },
      ),
    )
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'USD'), money(1, 'USD'))).toThrow(RangeError)
  })

  test('does not mix currencies', () => {
    expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow(RangeError)
    expect(() => money(1, 'usd')).toThrow()
  })

  test('is written out with the decimals of its currency and reads back the same', () => {
    fc.assert(
      fc.property(amount, currency, (each, code) => {
        const text = decimalString(money(each, code))
        expect(text).toMatch(exponent(code) === 0 ? /^-?\d+$/ : /^-?\d+\.\d{2}$/)
        expect(Math.round(Number(text) * 10 ** exponent(code))).toBe(each)
      }),
    )
    expect(formatMoney(money(123_456, 'USD'))).toBe('$1,234.56')
    expect(formatMoney(money(1234, 'JPY'))).toBe('¥1,234')
  })
})
