import { saveCart } from '#lib/data/carts.ts'
import { getCheckoutClaim } from '#lib/data/checkouts.ts'
import { saveRetailer } from '#lib/data/retailers.ts'
import type { Cart } from '#lib/domain/cart.ts'
import { newId } from '#lib/domain/ids.ts'
import { money } from '#lib/domain/money.ts'
import type { Quote } from '#lib/domain/quote.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { testCards } from '#lib/local/sandbox/cards.ts'
import { type StockItem, stockOf } from '#lib/local/sandbox/shop/session.ts'
import { type ShopId, shopIds, shops } from '#lib/local/sandbox/shop/shops.ts'
import { overwrite } from '#lib/local/sandbox/store.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { placeOrder } from '#lib/services/place-order.ts'
import { advance } from './clock.ts'
import { change, deliver, retailerRows, urls } from './sandbox.ts'
import { note, runAs, stage } from './stage.ts'

const minute = 60_000
const destination = { country: 'US', region: 'NY', postalCode: '10001' } as const

/** One shopper's accepted checkout, and the words that must stay in the table. */
export type Purchase = {
  shopId: ShopId
  cart: Cart
  quote: Quote
  email: string
  token: string
  canaries: string[]
  stocked: StockItem[]
  visitorId: string
  /** Once the site has answered. */
  orderId?: string
  /** The shopper will press cancel. */
  isUnwanted?: boolean
}

async function stock(shopId: ShopId): Promise<StockItem[]> {
  const items = [1, 2].map(number => ({
    sku: `${shopId}-${number}`,
    title: `Article ${number}`,
    price: 649 + 200 * number,
    available: 50,
  }))
  for (const item of items) await overwrite(stockOf(shopId), item.sku, item)
  return items
}

function cartOf(shopId: ShopId, items: StockItem[]): Cart {
  const { random } = stage()
  const lines = items.slice(random.below(2)).map(({ sku, title }) => ({
    sku: `BRAND-${sku}`,
    slug: 'rolled-oats',
    name: title,
    variantLabel: '450 g',
    image: { src: '/art/rolled-oats', alt: 'A carton of rolled oats' },
    quantity: 1 + random.below(3),
    guidance: money(650, 'USD'),
    retailerSkus: { [shopId]: sku },
  }))
  return { id: newId('cart'), version: 1, lines, applied: [], updatedAt: new Date().toISOString() }
}

async function tokenOf(): Promise<string> {
  const { random } = stage()
  const behaviours = ['accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'accepted'] as const
  const behaviour = random.pick([
    ...behaviours,
    'declined',
    'declined_by_retailer',
    'asks_shopper',
    'in_review',
  ])
  if (behaviour !== 'accepted') note(`the card is ${behaviour}`)
  const number = testCards.find(card => card.behaviour === behaviour)?.number ?? ''
  const answer = await deliver({
    method: 'POST',
    url: new URL(`${urls.sandpay}/tokenize?key=pk_sandbox_marram`),
    headers: {},
    text: JSON.stringify({ number, expiry: '12/40', cvc: '123' }),
  })
  return (answer.body as { token: string }).token
}

async function quoteAt(retailer: Retailer, cart: Cart): Promise<Quote> {
  const items = cart.lines.map(({ sku, quantity, retailerSkus }) => ({
    ...{ sku, quantity },
    retailerSku: retailerSkus[retailer.id] ?? '',
  }))
  const request = { items, destination, currency: 'USD' }
  const call = { key: crypto.randomUUID(), signal: AbortSignal.timeout(10_000) }
  const quoted = await (await adapterFor(retailer)).quote(request, call)
  const { id: cartId, version: cartVersion } = cart
  return { ...quoted, id: newId('quote'), cartId, cartVersion, retailerId: retailer.id, destination }
}

/** A cart with one accepted quote and a card's token: all is ready to be sent. */
export async function shop(): Promise<Purchase> {
  const { seed, random } = stage()
  const shopId = shopIds[random.below(shopIds.length)] ?? 'greenline'
  const retailer = retailerRows.find(({ id }) => id === shopId)
  if (!retailer) throw new Error(`no retailer ${shopId}`)
  await saveRetailer(retailer)
  const stocked = await stock(shopId)
  const cart = cartOf(shopId, stocked)
  const quote = await quoteAt(retailer, cart)
  await saveCart(cart, 0, {
    asked: { destination, loyaltyIds: {} },
    outcomes: [{ status: 'quoted', retailerId: shopId, quote }],
  })
  const email = `canary${seed}.${cart.id.slice(-8)}@example.com`
  const token = await tokenOf()
  const canaries = [token, email, `Canary${seed}Lovelace`, `${seed} Canary Wharf Street`]
  return { shopId, cart, quote, email, token, canaries, stocked, visitorId: newId('visitor') }
}

/** What the world may have come to between the quote and the order. */
export async function disturbWorld({ shopId, stocked }: Purchase): Promise<void> {
  const { random } = stage()
  const [item] = stocked
  if (random.chance(0.05)) {
    note('the retailer adds a fee')
    await change(shopId, { surcharge: 137 })
  }
  if (item && random.chance(0.05)) {
    note('the retailer runs out')
    for (const each of stocked) await overwrite(stockOf(shopId), each.sku, { ...each, available: 0 })
    for (const each of stocked) each.available = 0
  }
  if (random.chance(0.05)) {
    note('the retailer wants the shopper on its own page')
    await change(shopId, { escalate: 1 })
  }
  if (random.chance(0.06)) {
    const minutes = random.below(shops[shopId].sessionSeconds / 60)
    note(`the shopper takes ${minutes} minutes`)
    advance(minutes * minute)
  }
}

/** The shopper presses the button, once or more often, and again where the site does not answer. */
export async function submit(purchase: Purchase): Promise<void> {
  const { random } = stage()
  const { quote, cart, email, token, canaries } = purchase
  const [, , lastName = '', street = ''] = canaries
  const wanted = random.chance(0.75) ? 1 : 2
  let placed = 0
  for (let attempt = 0; attempt < 4 && placed < wanted; attempt += 1) {
    try {
      const { orderIds } = await runAs('site', () =>
        placeOrder({
          cartId: cart.id,
          visitorId: purchase.visitorId,
          quoteIds: [quote.id],
          contact: { email },
          address: { ...destination, firstName: 'Canary', lastName, street, city: 'New York' },
          consents: { brand_marketing: true, brand_analytics: false, retailer_marketing: true },
          payments: { [quote.id]: { token, display: 'Visa ending 4242' } },
        }),
      )
      placed += 1
      purchase.orderId = orderIds[0]
    } catch (error) {
      note(`submit: ${error instanceof Error ? error.name : String(error)}`)
      advance(5000)
    }
  }
}

const known = new Map<string, string>()

/** The order that the checkout made, if it made one. */
export async function orderIdOf({ cart }: Purchase): Promise<string | undefined> {
  const orderId = known.get(cart.id) ?? (await getCheckoutClaim(cart.id, cart.version))?.orderIds[0]
  known.clear()
  if (orderId) known.set(cart.id, orderId)
  return orderId
}
