import { describe, expect, test } from 'vitest'
import { cardSchema, placeOrderSchema } from '#lib/domain/checkout-form.ts'
import { newId } from '#lib/domain/ids.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'

const card = { number: '4242 4242 4242 4242', expiry: '12/99', cvc: '123', name: 'Ada Shore' }
const quoteId = newId('quote')
const details = {
  contact: { email: ' Ada@Example.com ', phone: '' },
  address: {
    country: 'US',
    region: 'NY',
    postalCode: '10001',
    firstName: 'Ada',
    lastName: 'Shore',
    street: '12 Harbor Road',
    city: 'New York',
  },
  consents: {},
  quoteIds: [quoteId],
  payments: { [quoteId]: { token: 'tok_12345678', display: 'Visa ending 4242' } },
}

/** The first complaint about each field. */
function complaints(schema: typeof cardSchema | typeof placeOrderSchema, input: unknown) {
  const issues = schema.safeParse(input, { error: wordsForIssue }).error?.issues ?? []
  return Object.fromEntries(issues.toReversed().map(issue => [issue.path.join('.'), issue.message]))
}

describe('a card', () => {
  test('loses its spaces', () => {
    expect(cardSchema.parse(card).number).toBe('4242424242424242')
  })

  test.each([
    ['number', '', 'Enter the card number.'],
    ['number', '4242 4242 4242 4243', 'Check the card number: a digit seems wrong.'],
    ['number', 'four', 'Enter the card number.'],
    ['expiry', '13/30', 'Enter the expiry date as MM/YY.'],
    ['expiry', '01/20', 'This card has expired.'],
    ['cvc', '12', 'Enter the 3 or 4 digits of the security code.'],
    ['name', ' ', 'Enter the name on the card.'],
  ])('is refused for its %s “%s”', (field, value, words) => {
    expect(complaints(cardSchema, { ...card, [field]: value })).toEqual({ [field]: words })
  })

  test('is good to the last day of its month', () => {
    const now = new Date()
    const month = String(now.getUTCMonth() + 1).padStart(2, '0')
    const expiry = `${month}/${String(now.getUTCFullYear()).slice(2)}`
    expect(cardSchema.safeParse({ ...card, expiry }).success).toBe(true)
  })
})

describe('what places an order', () => {
  test('agrees to nothing the shopper did not tick', () => {
    expect(placeOrderSchema.parse({ ...details, contact: { email: 'ada@example.com' } }).consents).toEqual({
      brand_marketing: false,
      brand_analytics: false,
      retailer_marketing: false,
    })
  })

  test('needs a payment for each quote', () => {
    expect(
      complaints(placeOrderSchema, { ...details, contact: { email: 'a@example.com' }, payments: {} }),
    ).toEqual({
      'card.number': 'Enter your card again.',
    })
  })

  test('names each field at fault in words for a shopper', () => {
    const address = { ...details.address, postalCode: '1000', region: 'XX', firstName: undefined }
    expect(complaints(placeOrderSchema, { ...details, contact: { email: 'ada' }, address })).toEqual({
      'contact.email': 'Enter an e-mail address such as ada@example.com.',
      'address.postalCode': 'Enter a five-digit ZIP code.',
      'address.region': 'Choose a state.',
      'address.firstName': 'Please fill this in.',
    })
  })

  test('refuses a quote id that is none', () => {
    expect(complaints(placeOrderSchema, { ...details, quoteIds: ['../etc'] })).toHaveProperty('quoteIds.0')
  })
})
