import { describe, expect, it } from 'vitest'
import { testCards } from '#lib/local/sandbox/cards.ts'
import { checkCard, passesLuhn } from '#lib/local/sandbox/processor/card.ts'
import { stockOfShop } from '#lib/local/sandbox/seed.ts'
import { priced } from '#lib/local/sandbox/shop/price.ts'
import type { Session } from '#lib/local/sandbox/shop/session.ts'
import { type Shop, shopIds, shops } from '#lib/local/sandbox/shop/shops.ts'
import { listings } from '#lib/local/seed/catalogue.ts'

const allShops = shopIds.map((id): Shop => shops[id])

describe('the shelves', () => {
  const shelves = new Map(allShops.map(shop => [shop.id, stockOfShop(shop, listings)]))
  const shelf = (id: string) => shelves.get(id) ?? []

  it('hold plenty of every listing’s first variant that a shop sells', () => {
    for (const shop of allShops) {
      for (const listing of listings) {
        const sku = listing.variants[0]?.retailerSkus[shop.id]
        if (sku) expect(shelf(shop.id).find(item => item.sku === sku)?.available).toBeGreaterThan(1000)
      }
    }
  })

  it('lack something somewhere: not sold, sold out and nearly gone', () => {
    const variants = listings.flatMap(listing => listing.variants)
    const all = [...shelves.values()].flat()
    expect(all.length).toBeLessThan(variants.length * allShops.length)
    expect(all.filter(item => item.available === 0).length).toBeGreaterThan(0)
    expect(all.filter(item => item.available > 0 && item.available < 6).length).toBeGreaterThan(0)
  })

  it('have prices of each shop’s own, near the guidance', () => {
    for (const variant of listings.flatMap(listing => listing.variants)) {
      const prices = allShops.flatMap(shop => {
        const sku = variant.retailerSkus[shop.id]
        return shelf(shop.id).filter(item => item.sku === sku)
      })
      for (const { price } of prices) {
        expect(Math.abs(price / variant.guidance.amount - 1)).toBeLessThan(0.25)
      }
      expect(new Set(prices.map(item => item.price)).size).toBe(prices.length)
    }
  })
})

describe('what a session costs', () => {
  const session = (quantity: number, parts: Partial<Session> = {}): Session => ({
    id: 'ses_1',
    version: 1,
    status: 'open',
    createdAt: '2026-11-20T12:00:00.000Z',
    expiresAt: '2026-11-20T13:00:00.000Z',
    lines: [{ id: 'l', sku: 'a', title: 'A', price: 1000, requested: quantity, quantity }],
    missing: [],
    destination: { id: 'home', address_region: 'NY' },
    eligibility: [],
    surcharge: 0,
    expires: 0,
    ...parts,
  })
  const amount = (shop: Shop, of: Session, type: string) =>
    priced(shop, of).totals.find(total => total.type === type)?.amount

  it.each(allShops)('adds up at $id, with and without everything', shop => {
    const member = { eligibility: [shop.loyalty.claim], memberId: shop.loyalty.example }
    for (const parts of [{}, member, { surcharge: 99 }, { destination: undefined }]) {
      for (const quantity of [1, 3, 99]) {
        const { totals, total } = priced(shop, session(quantity, parts))
        const others = totals.filter(entry => entry.type !== 'total')
        expect(others.reduce((sum, entry) => sum + entry.amount, 0)).toBe(total)
      }
    }
  })

  it('has free delivery from the shop’s threshold, on what is left after the discount', () => {
    const shop = shops['harbor-market']
    expect(amount(shop, session(4), 'fulfillment')).toBe(595)
    expect(amount(shop, session(5), 'fulfillment')).toBe(0)
    const member = { eligibility: [shop.loyalty.claim], memberId: shop.loyalty.example }
    const lines = [{ id: 'l', sku: 'a', title: 'A', price: 4600, requested: 1, quantity: 1 }]
    expect(amount(shop, session(1, { lines }), 'fulfillment')).toBe(0)
    expect(amount(shop, session(1, { lines, ...member }), 'fulfillment')).toBe(595)
  })

  it('taxes by state, and delivery only where the shop does', () => {
    const oregon = { destination: { id: 'home', address_region: 'OR' } }
    expect(amount(shops.greenline, session(1), 'tax')).toBe(40)
    expect(amount(shops.greenline, session(1, oregon), 'tax')).toBe(0)
    expect(amount(shops['parcel-and-pantry'], session(1), 'tax')).toBe(Math.round((1000 + 499) * 0.04))
  })

  it('promises days on which parcels are delivered', () => {
    const friday = priced(shops.greenline, session(1)).deliveries
    expect(friday[0]?.latest.slice(0, 10)).toBe('2026-11-23')
  })
})

describe('cards', () => {
  it('of the list pass the check digit, and each behaves as it says', () => {
    for (const { number, behaviour } of testCards) {
      expect(passesLuhn(number.replaceAll(' ', ''))).toBe(true)
      expect(checkCard({ number, expiry: '01/40', cvc: '123' })).toMatchObject({ behaviour })
    }
    expect(passesLuhn('4242424242424241')).toBe(false)
  })

  it('are good to the end of their month', () => {
    const card = { number: '4242424242424242', expiry: '11/26', cvc: '123' }
    expect(checkCard(card, new Date('2026-11-30T23:00:00Z'))).toHaveProperty('behaviour')
    expect(checkCard(card, new Date('2026-12-01T00:00:00Z'))).toHaveProperty('problems')
  })
})
