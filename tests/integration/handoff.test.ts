import { beforeAll, expect, test, vi } from 'vitest'
import { listHandoffCounts } from '#lib/data/handoffs.ts'
import { saveListing } from '#lib/data/listings.ts'
import { listRetailers, saveRetailer } from '#lib/data/retailers.ts'
import { client } from '#lib/data/table.ts'
import type { Cart } from '#lib/domain/cart.ts'
import { newId } from '#lib/domain/ids.ts'
import { handoffRow } from '#lib/local/sandbox/registry-rows.ts'
import { handOff, offerHandoffs } from '#lib/services/hand-off.ts'
import { readInsight } from '#lib/services/insight/read-insight.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { adding, destination } from '#tests/fixtures/shop.ts'
import { makeTable } from '#tests/fixtures/table.ts'
import { wholeTable } from '#tests/fixtures/whole-table.ts'

vi.hoisted(() => {
  process.env.TABLE_NAME = 'handoff'
})

const row = handoffRow('https://bayleaf.example')
const listingOf = (slug: string, retailerSkus: Record<string, string>) => {
  const listing = exampleListing(slug, { name: slug })
  return { ...listing, variants: listing.variants.map(variant => ({ ...variant, retailerSkus })) }
}
const oats = listingOf('oats', { bayleaf: 'bay-1&x=2' })
const beans = listingOf('beans', { greenline: 'GL-2' })

beforeAll(async () => {
  await makeTable()
  await saveRetailer(row)
  await saveListing(oats, 0)
  await saveListing(beans, 0)
})

async function cartWith(...listings: (typeof oats)[]): Promise<Cart> {
  const changes = listings.map(listing => adding(listing, 2))
  return (await openCart({ cartId: newId('cart'), changes })).cart
}

async function countsToday() {
  const today = new Date().toISOString().slice(0, 10)
  return listHandoffCounts(row.id, { from: today, to: today })
}

test('a retailer that sells on its own site is offered for the lines it has, and never asked for a price', async () => {
  const cart = await cartWith(oats, beans)
  expect(await offerHandoffs(cart)).toEqual([
    { id: 'bayleaf', name: row.name, blurb: row.blurb, carriesCart: true, skus: ['OATS-450'] },
  ])
  expect(await offerHandoffs(await cartWith(beans))).toEqual([])
  expect(await listRetailers()).toEqual([])
  const { outcomes } = await openCart({ cartId: cart.id, changes: [], destination })
  expect(outcomes).toEqual([])
})

test('offering it asks the table for nothing more', async () => {
  const cart = await cartWith(oats)
  await listRetailers()
  expect((await requestsOf(client, () => offerHandoffs(cart))).commands).toEqual([])
})

test('the click leads to the address in the row, and is counted once for a cart as it is', async () => {
  const before = (await countsToday())[0] ?? { carts: 0, items: 0 }
  const cart = await cartWith(oats, beans)
  const follow = () => handOff({ cartId: cart.id, retailerId: row.id })
  const address = 'https://bayleaf.example/basket/add?item.1=bay-1%26x%3D2&count.1=2&partner=marram'
  expect(await Promise.all([follow(), follow(), follow()])).toEqual([address, address, address])
  expect(await countsToday()).toMatchObject([{ carts: before.carts + 1, items: before.items + 2 }])
  await openCart({ cartId: cart.id, changes: [adding(oats)] })
  expect(await follow()).toContain('count.1=3')
  expect(await countsToday()).toMatchObject([{ carts: before.carts + 2, items: before.items + 5 }])
})

test('a hand-off is no order and holds nothing personal', async () => {
  const cart = await cartWith(oats)
  const items = async () => (await wholeTable()).map(item => JSON.parse(item) as Record<string, string>)
  const known = new Set((await items()).map(({ pk, sk }) => `${pk} ${sk}`))
  await handOff({ cartId: cart.id, retailerId: row.id })
  const added = (await items()).filter(({ pk, sk }) => !known.has(`${pk} ${sk}`))
  expect(added).toMatchObject([{ __edb_e__: 'key', kind: 'handoff' }])
  expect((await items()).filter(item => item.__edb_e__ === 'order')).toEqual([])
  const kept = (await items()).filter(item => ['key', 'handoffCount'].includes(item.__edb_e__ ?? ''))
  expect(kept.length).toBeGreaterThan(1)
  expect(JSON.stringify(kept)).not.toMatch(/email|visitor|vis_/i)
})

test('marketers see how many carts were taken there', async () => {
  const [counted] = await countsToday()
  const today = counted?.day ?? ''
  const { tables, hasAny } = await readInsight({ from: today, to: today })
  expect(hasAny).toBe(true)
  expect(tables.handoffs.rows).toEqual([[row.name, counted?.carts, null, counted?.items]])
  expect(tables.retailers.rows).toEqual([])
})

test('nothing leads away for a retailer that is unknown, is not enabled, or sells none of the cart', async () => {
  const cart = await cartWith(beans)
  for (const retailerId of ['bayleaf', 'nobody', 'https://evil.example'])
    await expect(handOff({ cartId: cart.id, retailerId })).rejects.toMatchObject({ code: 'not_found' })
  await saveRetailer({ ...row, enabled: false })
  const { id } = await cartWith(oats)
  await expect(handOff({ cartId: id, retailerId: row.id })).rejects.toMatchObject({ code: 'not_found' })
  await saveRetailer(row)
})

test('a row whose link is no good is not saved', async () => {
  const link = { ...row.link, address: 'javascript:alert({lines})' }
  await expect(saveRetailer({ ...row, link })).rejects.toThrow(/https/)
})
