import { expect, it } from 'vitest'
import { derivedKey } from '#lib/retailers/ucp/client.ts'
import { completeBody, sessionBody } from '#lib/retailers/ucp/request.ts'
import { checkoutShape } from '#lib/retailers/ucp/shapes.ts'

const sends = { fulfilment: true, discounts: true, consent: true, memberId: true }
const draft = {
  sends,
  items: [{ sku: 'A', retailerSku: 'a', quantity: 2 }],
  currency: 'USD',
  destination: { country: 'US', region: 'NY', postalCode: '10001' } as const,
}
const address = { firstName: 'Ada', lastName: 'Ferry', street: '1 Shore Road', city: 'New York' }
const known = checkoutShape.parse({
  id: 'ses_1',
  currency: 'USD',
  line_items: [{ id: 'line-7', item: { id: 'a' }, quantity: 2 }],
  fulfillment: { methods: [{ id: 'm-1', groups: [{ id: 'g-1' }] }] },
})

it('asks for a price with no more of the address than a price needs', () => {
  const text = JSON.stringify(sessionBody(draft))
  expect(text).toContain('"postal_code":"10001"')
  for (const word of ['buyer', 'street', 'first_name', 'email', 'loyalty']) expect(text).not.toContain(word)
})

it('repeats the whole session in an update, by the ids the retailer gave', () => {
  const body = sessionBody(
    {
      ...draft,
      destination: { ...draft.destination, ...address },
      contact: { email: 'ada@example.com' },
      consents: { brand_marketing: true, brand_analytics: true, retailer_marketing: false },
      loyalty: { claim: 'com.sandbox.harbor_card', memberId: 'HC-1' },
      optionId: 'van',
      reference: 'ord_1',
    },
    known,
  )
  expect(body.line_items).toEqual([{ id: 'line-7', item: { id: 'a' }, quantity: 2 }])
  expect(body.fulfillment?.methods[0]).toMatchObject({
    id: 'm-1',
    line_item_ids: ['line-7'],
    groups: [{ id: 'g-1', selected_option_id: 'van' }],
  })
  // What was agreed with the brand is not the retailer's business.
  expect(body.buyer).toMatchObject({ email: 'ada@example.com', consent: { marketing: false } })
  expect(body.context.eligibility).toEqual(['com.sandbox.harbor_card'])
  expect(JSON.stringify(body.context)).not.toContain('HC-1')
  expect(body['com.sandbox.loyalty']).toEqual({ member_id: 'HC-1' })
  expect(body.attribution).toMatchObject({ platform_order_id: 'ord_1' })
  for (const name of ['id', 'ucp', 'totals', 'status', 'currency']) expect(body).not.toHaveProperty(name)
})

it('completes with the identical body each time', () => {
  const order = { reference: 'ord_1', payment: { token: 'tok_1', handlerId: 'sandpay' } }
  expect(JSON.stringify(completeBody(order))).toBe(JSON.stringify(completeBody({ ...order })))
})

it('derives keys that are UUIDs, the same for the same purpose', () => {
  const key = '7f8c1a52-6c1e-4a4b-9d53-0d0f2f1f6a11'
  expect(derivedKey(key, 'option')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(derivedKey(key, 'option')).toBe(derivedKey(key, 'option'))
  expect(derivedKey(key, 'option')).not.toBe(derivedKey(key, 'other'))
})
