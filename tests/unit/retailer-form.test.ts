import { expect, test } from 'vitest'
import { wordsForIssue } from '#lib/domain/messages.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import { isOutboundAddress } from '#lib/domain/retailer-address.ts'
import { emptyForm, formOf, type RetailerForm, retailerFormSchema } from '#lib/domain/retailer-form.ts'
import { handoffRow, registryRows } from '#lib/local/sandbox/registry-rows.ts'

const shops = ['harbor-market', 'greenline', 'parcel-and-pantry', 'thistle', 'sandpay']
const urls = Object.fromEntries(shops.map((id, index) => [id, `http://localhost:${4000 + index}`]))
const rows: RegistryRow[] = [...registryRows(urls), handoffRow('http://localhost:4009')]

test.each(rows)('the form of $id says what its row says, no more and no less', row => {
  expect(retailerFormSchema.parse(formOf(row))).toEqual(row)
})

/** What is refused of a form, by field. */
function refused(form: RetailerForm): Record<string, string> {
  const { error } = retailerFormSchema.safeParse(form, { error: wordsForIssue })
  return Object.fromEntries((error?.issues ?? []).map(issue => [issue.path.join('.'), issue.message]))
}
const shop: RetailerForm = {
  ...emptyForm('ucp'),
  ...{ id: 'corner-shop', name: 'Corner Shop', blurb: 'Round the corner.', endpoint: 'https://shop.example' },
}

test('an address and three words are enough for a retailer that speaks the protocol', () => {
  expect(retailerFormSchema.parse(shop)).toEqual({
    ...{ adapter: 'ucp', id: 'corner-shop', name: 'Corner Shop', blurb: 'Round the corner.' },
    ...{ endpoint: 'https://shop.example', quoteDeadline: 3, capabilities: {}, enabled: false, position: 0 },
  })
})

test('what is refused is said beside its field', () => {
  expect(Object.keys(refused(emptyForm('handoff'))).toSorted()).toEqual([
    'blurb',
    'id',
    'link.address',
    'name',
  ])
  expect(refused({ ...shop, delivery: { price: '4.99', freeFrom: '' } })).toEqual({
    'delivery.freeFrom': 'Please fill this in.',
  })
  expect(refused({ ...shop, delivery: { price: 'four', freeFrom: '1' } })).toHaveProperty('delivery.price')
  expect(refused({ ...shop, quoteDeadline: '60' })).toEqual({ quoteDeadline: 'That is too much.' })
  expect(refused({ ...shop, id: 'new' })).toHaveProperty('id')
  expect(refused({ ...shop, secretName: 'brandfront/cookies' })).toHaveProperty('secretName')
  expect(refused({ ...shop, pageOrigins: 'https://a.example\nhttp://10.0.0.1' })).toHaveProperty(
    'pageOrigins',
  )
})

test.each([
  ['https://shop.example', true],
  ['https://shop.example:8443/a/ucp.json', true],
  ['http://localhost:4000', true],
  ['http://127.0.0.1:4000', true],
  ['http://shop.example', false],
  ['https://user:word@shop.example', false],
  ['https://10.1.2.3', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['https://0x0a.1.2.3', false],
  ['https://192.168.0.10', false],
  ['https://[fd00::1]', false],
  ['https://[::ffff:10.0.0.1]', false],
  ['https://db.internal', false],
  ['https://printer', false],
  ['ftp://shop.example', false],
  ['javascript:alert(1)', false],
])('%s may be asked by a server: %s', (address, may) => {
  expect(isOutboundAddress(address)).toBe(may)
  expect(Object.keys(refused({ ...shop, endpoint: address }))).toEqual(may ? [] : ['endpoint'])
})
