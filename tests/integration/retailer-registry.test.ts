import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { getListing } from '#lib/data/listings.ts'
import { readRegistry } from '#lib/data/retailers.ts'
import { client } from '#lib/data/table.ts'
import { enteredRowSchema } from '#lib/domain/retailer-row.ts'
import { getProduct } from '#lib/services/get-product.ts'
import { openCart } from '#lib/services/open-cart.ts'
import { refreshOffers } from '#lib/services/refresh-offers.ts'
import { checkRetailer } from '#lib/services/retailers/check-retailer.ts'
import { addRetailer, editRetailer, moveRetailer, setEnabled } from '#lib/services/retailers/edit-registry.ts'
import { getRegistryRetailer, listRegistry } from '#lib/services/retailers/list-registry.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'
import { destination, pricedCart, type Shop, startShop } from '#tests/fixtures/shop.ts'

vi.hoisted(() => {
  process.env.TABLE_NAME = 'retailer-registry'
})

let shop: Shop
beforeAll(async () => {
  shop = await startShop()
})
afterAll(() => shop?.stop())

const order = async () => (await readRegistry()).map(({ row }) => row.id)
const known = async (id: string) => (await getRegistryRetailer(id)).retailer

const newRow = (changes: object) =>
  enteredRowSchema.parse({
    ...{ adapter: 'ucp', id: 'corner-shop', name: 'Corner Shop', blurb: 'Round the corner.' },
    ...{ enabled: false, position: 0, endpoint: 'http://localhost:1', quoteDeadline: 3, ...changes },
  })

/** A server that answers everything with this, while `work` runs. */
async function withServer(status: number, body: string, work: (address: string) => Promise<void>) {
  const server = createServer((_, response) => response.writeHead(status).end(body))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  try {
    await work(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
}

test('a retailer that is added is at the end, disabled, and once checked it is known what it can do', async () => {
  const { endpoint } = shop.sandbox.retailer('greenline')
  await addRetailer(newRow({ endpoint }))
  await expect(addRetailer(newRow({ endpoint }))).rejects.toMatchObject({
    code: 'retailer_taken',
    field: 'id',
  })
  expect((await order()).at(-1)).toBe('corner-shop')
  expect(await known('corner-shop')).toMatchObject({ row: { enabled: false }, forShoppers: [] })
  expect(await checkRetailer('corner-shop')).toMatchObject({
    status: 'answered',
    agreement: {
      version: '2026-04-08',
      capabilities: { reserve: 'native' },
      payment: { handlerId: 'sandpay' },
    },
  })
  const { forShoppers, health } = await known('corner-shop')
  expect(forShoppers).toContain('Stock is held while they pay.')
  expect(health).toMatchObject({ failures: 0, agreement: { capabilities: { place: true } } })
})

test('a check that fails says why, and so does the registry from then on', async () => {
  const told: unknown[] = []
  const checkAt = async (endpoint: string) => {
    const { row, edition } = await known('corner-shop')
    if (row.adapter === 'ucp') await editRetailer({ ...row, endpoint }, edition)
    told.push(await checkRetailer('corner-shop'))
  }
  let closed = ''
  await withServer(200, '', async address => {
    closed = address
  })
  await checkAt(closed)
  await checkAt('https://no-such-shop.invalid')
  await withServer(404, 'nothing here', checkAt)
  await withServer(503, '', checkAt)
  await withServer(200, '<html>', checkAt)
  await withServer(200, '{"ucp": {"version": "2025-01-01"}}', checkAt)
  const troubles = [
    'refused_connection',
    'no_such_host',
    'missing',
    'failing',
    'unreadable',
    'not_our_version',
  ]
  expect(told).toEqual(troubles.map(trouble => ({ status: 'failed', trouble })))
  expect((await known('corner-shop')).health).toMatchObject({ failures: 6, trouble: 'not_our_version' })
})

test('of a key it is said whether it is there under its name, and nothing of it', async () => {
  const { row, edition } = await known('corner-shop')
  if (row.adapter === 'ucp')
    await editRetailer({ ...row, secretName: 'brandfront/retailer/corner-shop' }, edition)
  expect((await getRegistryRetailer('corner-shop')).hasSecret).toBe(false)
  expect((await getRegistryRetailer('greenline')).hasSecret).toBe(true)
})

test('what two people change at once is refused for the second', async () => {
  const { row, edition } = await known('greenline')
  expect(await editRetailer({ ...row, name: 'Green Line' }, edition)).toEqual(['name'])
  await expect(editRetailer({ ...row, name: 'Grün' }, edition)).rejects.toMatchObject({
    code: 'stale_version',
  })
  expect((await known('greenline')).row.name).toBe('Green Line')
})

test('moving changes places with the neighbour, and nothing beyond the ends', async () => {
  const before = await order()
  expect(await moveRetailer('harbor-market', 'up')).toBeUndefined()
  expect(await moveRetailer('harbor-market', 'down')).toBe(2)
  expect(await order()).toEqual([before[1], before[0], ...before.slice(2)])
  expect(await moveRetailer('harbor-market', 'up')).toBe(1)
  expect(await order()).toEqual(before)
})

test('a disabled retailer leaves product pages, carts that were priced before, and shelves; enabled again it is back', async () => {
  await refreshOffers()
  const opened = await pricedCart(shop.oats)
  const again = () => openCart({ cartId: opened.cart.id, changes: [], destination })
  const sellers = async () => (await getProduct('oats')).offers.map(offer => offer.retailerId)
  const priced = async () => (await again()).outcomes.map(outcome => outcome.retailerId)
  expect(await setEnabled('greenline', false)).toBe(true)
  expect(await setEnabled('greenline', false)).toBe(false)
  expect(await sellers()).not.toContain('greenline')
  expect(await priced()).not.toContain('greenline')
  await refreshOffers()
  expect((await getListing('oats'))?.offers.map(offer => offer.retailerId)).not.toContain('greenline')

  await setEnabled('greenline', true)
  expect(await priced()).toContain('greenline')
  await refreshOffers()
  expect(await sellers()).toContain('greenline')
  expect((await known('greenline')).health).toMatchObject({ failures: 0 })
})

test('the list takes four reads', async () => {
  const { commands } = await requestsOf(client, listRegistry)
  expect(commands.toSorted()).toEqual(['BatchGetItem', 'BatchGetItem', 'Query', 'Query'])
})
