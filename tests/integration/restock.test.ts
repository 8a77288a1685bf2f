import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { saveListing } from '#lib/data/listings.ts'
import { claimRestockWish, listRestockWishes, saveRestockWish } from '#lib/data/restock-wishes.ts'
import { newId } from '#lib/domain/ids.ts'
import type { RetailerId } from '#lib/local/ports.ts'
import { shopIds } from '#lib/local/sandbox/shop/shops.ts'
import { listings } from '#lib/local/seed/catalogue.ts'
import { handler } from '#lib/notify/send-mail.ts'
import { refreshOffers } from '#lib/services/refresh-offers.ts'
import { wishRestock } from '#lib/services/wish-restock.ts'
import { mailTo } from '#tests/fixtures/inbox.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'
import { until } from '#tests/fixtures/stand-ins.ts'

// An article that the sandbox retailers have and that no other test of this folder touches.
const tea = listings.find(each => each.slug === 'rosehip-and-mint')
const sold = tea?.variants.find(each => each.label === '45 bags')?.retailerSkus ?? {}
const articles = Object.fromEntries(shopIds.flatMap(id => (sold[id] ? [[id, sold[id]]] : [])))
const slug = `restock-${newId('change').slice(-8)}`
const listing = exampleListing(slug, { name: 'Rosehip and Mint' })
const sku = listing.variants[0]?.sku ?? ''

async function stock(retailerId: string, available: number): Promise<void> {
  const url = `http://127.0.0.1:${inject('ports')[retailerId as RetailerId]}/sandbox/stock`
  const change = { sku: articles[retailerId], available }
  const answer = await fetch(url, { method: 'PUT', body: JSON.stringify(change) })
  expect(answer.status).toBe(200)
}

const everywhere = (available: number) => Promise.all(Object.keys(articles).map(id => stock(id, available)))

const waiting = async () => (await listRestockWishes()).filter(wish => wish.sku === sku).length
const address = () => `${newId('visitor')}@example.com`

beforeAll(async () => {
  const variants = listing.variants.map(variant => ({ ...variant, retailerSkus: articles }))
  await saveListing({ ...listing, variants }, 0)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await everywhere(2000)
})

describe('a wish to be told', () => {
  test('is mailed once when a retailer has it again, though refreshed twice, and then forgotten', async () => {
    const email = address()
    await everywhere(0)
    await wishRestock({ slug, sku, email })
    await wishRestock({ slug, sku, email })
    await refreshOffers()
    expect(await waiting()).toBe(1)
    expect(await mailTo(email)).toEqual([])

    await stock('harbor-market', 3)
    await Promise.all([refreshOffers(), refreshOffers()])
    await until(async () => (await waiting()) === 0)
    await refreshOffers()
    const mails = await mailTo(email)
    expect(mails.map(mail => mail.subject)).toEqual(['Rosehip and Mint is back'])
    expect(mails[0]?.text).toContain(`/p/${slug}`)
    expect(mails[0]?.text).toContain('only mail')
  })

  test('that is being mailed by someone else comes back later, and a mailed one says nothing again', async () => {
    const wish = { slug, sku: 'WAITING-1', email: address(), customerId: newId('visitor') }
    await saveRestockWish({ ...wish, name: 'Tea', variantLabel: '45 bags' })
    expect(await claimRestockWish(wish.sku, wish.customerId)).toMatchObject({ email: wish.email })
    const event = { type: 'stock.back', sku: wish.sku, customerId: wish.customerId }
    const body = JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) })
    const deliver = () => handler({ Records: [{ messageId: 'one', body }] })
    expect((await deliver()).batchItemFailures).toHaveLength(1)
    const now = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => now + 61_000)
    expect(await deliver()).toEqual({ batchItemFailures: [] })
    expect(await deliver()).toEqual({ batchItemFailures: [] })
    expect(await mailTo(wish.email)).toHaveLength(1)
  })

  test('lapses by itself', async () => {
    const customerId = newId('visitor')
    const wish = { slug, sku: 'LAPSED-1', email: address(), customerId, name: 'Tea', variantLabel: '45 bags' }
    await saveRestockWish(wish)
    const now = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => now + 91 * 24 * 3_600_000)
    expect(await claimRestockWish(wish.sku, customerId)).toBeUndefined()
    expect((await listRestockWishes()).some(each => each.sku === wish.sku)).toBe(false)
  })

  test('is refused for what is not sold, and when one address asks for too much', async () => {
    const email = address()
    const refused = (wanted: { slug: string; sku: string }, code: string) =>
      expect(wishRestock({ ...wanted, email })).rejects.toMatchObject({ code })
    await refused({ slug: 'never-heard-of', sku }, 'unknown_product')
    await refused({ slug, sku: 'NEVER-HEARD-OF' }, 'unknown_product')
    for (let wish = 0; wish < 10; wish++) await wishRestock({ slug, sku, email })
    await refused({ slug, sku }, 'too_many_requests')
  })
})
