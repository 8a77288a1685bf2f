import { beforeAll, expect, test } from 'vitest'
import { saveConsents } from '#lib/data/consents.ts'
import { getCustomer, saveCustomer } from '#lib/data/customers.ts'
import { finishOrder, getOrder } from '#lib/data/orders.ts'
import { saveRestockWish } from '#lib/data/restock-wishes.ts'
import type { Consents } from '#lib/domain/consent.ts'
import { newId } from '#lib/domain/ids.ts'
import type { Order } from '#lib/domain/order.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'
import { audienceCsv } from '#lib/services/customers/audience-csv.ts'
import { eraseCustomer, exportCustomer } from '#lib/services/customers/customer-data.ts'
import { findCustomer } from '#lib/services/customers/find-customer.ts'
import { getProfile } from '#lib/services/customers/get-profile.ts'
import { submitOrder } from '#tests/fixtures/submitted-order.ts'
import { makeTable } from '#tests/fixtures/table.ts'
import { wholeTable } from '#tests/fixtures/whole-table.ts'

beforeAll(makeTable)

const wish = { slug: 'tea', sku: 'TEA-450', name: 'Tea', variantLabel: '450 g' }
const nothing: Consents = { brand_marketing: false, brand_analytics: false, retailer_marketing: false }

async function buyer(consents: Partial<Consents>, changes: Partial<Order> = {}) {
  const email = `${newId('visitor')}@example.com`
  const customerId = await customerIdOf(email)
  const order = await submitOrder({
    customerId,
    contact: { email },
    consents: { ...nothing, ...consents },
    signedIn: true,
    ...changes,
  })
  await saveCustomer({ customerId, order })
  await finishOrder(order.id, { state: 'confirmed', entries: [] })
  return { email, customerId, order }
}

test('an audience holds those who agree to its purpose now, and nobody else', async () => {
  const agrees = await buyer({ brand_marketing: true })
  const both = await buyer({ brand_marketing: true, retailer_marketing: true })
  const other = await buyer({ retailer_marketing: true })
  const { csv, count } = await audienceCsv('brand_marketing')
  expect(csv).toContain(agrees.email)
  expect(csv).toContain(both.email)
  expect(csv).not.toContain(other.email)
  expect(csv.trim().split('\r\n')).toHaveLength(count + 1)

  await saveConsents(agrees.customerId, nothing, 'mika@example.com')
  expect((await audienceCsv('brand_marketing')).csv).not.toContain(agrees.email)
  const ledger = (await getCustomer(agrees.customerId))?.ledger ?? []
  expect(ledger.map(sheet => sheet.orderId)).toEqual([agrees.order.id, 'mika@example.com'])

  // Anyone can type an e-mail address: an order without signing in changes no consent.
  const guest = await submitOrder({
    ...{ customerId: agrees.customerId, contact: { email: agrees.email } },
    consents: { ...nothing, brand_marketing: true },
  })
  await saveCustomer({ customerId: agrees.customerId, order: guest })
  expect((await audienceCsv('brand_marketing')).csv).not.toContain(agrees.email)
})

test('a name that a spreadsheet would run is plain text in the file', async () => {
  const order = await submitOrder()
  const { email } = await buyer(
    { brand_marketing: true },
    { address: { ...order.address, firstName: '=HYPERLINK("http://evil.example")' } },
  )
  const line = (await audienceCsv('brand_marketing')).csv.split('\r\n').find(each => each.includes(email))
  expect(line).toContain(`"'=HYPERLINK(`)
})

test('a profile shows purchases only of those who agreed to that', async () => {
  const open = await buyer({ brand_analytics: true })
  const closed = await buyer({ brand_marketing: true })
  const { purchases } = await getProfile(open.customerId)
  expect(purchases?.orders.map(order => order.id)).toEqual([open.order.id])
  expect(purchases?.retailers).toEqual([{ name: 'Harbor Market', orders: 1, paid: open.order.totals.total }])
  expect((await getProfile(closed.customerId)).purchases).toBeUndefined()
  await expect(getProfile('cus_00000000000000000000000000')).rejects.toMatchObject({ code: 'not_found' })
})

test('a customer is found by e-mail address and by order number', async () => {
  const { email, customerId, order } = await buyer({})
  expect(await findCustomer(` ${email.toUpperCase()} `)).toBe(customerId)
  expect(await findCustomer(order.id.slice(-8))).toBe(customerId)
  expect(await findCustomer('nobody@example.com')).toBeUndefined()
})

test('who only wants to hear that something is back is found, shown what is held, and forgotten', async () => {
  const email = `${newId('visitor')}@example.com`
  const customerId = await customerIdOf(email)
  await saveRestockWish({ ...wish, customerId, email })
  expect(await findCustomer(email)).toBe(customerId)
  expect((await getProfile(customerId)).wishes).toEqual(['Tea, 450 g'])
  expect(await exportCustomer(customerId)).toMatchObject({ restockWishes: [{ sku: wish.sku, email }] })
  await eraseCustomer(customerId)
  expect((await wholeTable()).join('\n')).not.toContain(email)
})

test('a customer who is forgotten leaves orders that say nothing of them', async () => {
  const { email, customerId, order } = await buyer({ brand_marketing: true }, { loyaltyId: 'HC-778899' })
  await saveRestockWish({ ...wish, customerId, email })
  const exported = JSON.stringify(await exportCustomer(customerId))
  expect(exported).toContain(order.address.street)
  expect(exported).toContain(wish.sku)
  const pending = await submitOrder({ customerId, contact: { email } })
  await expect(eraseCustomer(customerId)).rejects.toMatchObject({ code: 'order_unsettled' })
  await finishOrder(pending.id, { state: 'failed', reason: 'out_of_stock', entries: [] })

  expect(await eraseCustomer(customerId)).toBe(2)
  const held = (await wholeTable()).join('\n')
  for (const trace of [email, customerId, 'HC-778899']) expect(held).not.toContain(trace)
  const kept = await getOrder(order.id)
  expect(kept?.totals).toEqual(order.totals)
  expect(kept?.address.lastName).toBe('Erased')
  await expect(getProfile(customerId)).rejects.toMatchObject({ code: 'not_found' })
})
