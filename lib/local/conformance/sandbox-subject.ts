import { randomUUID } from 'node:crypto'
import type { Retailer } from '#lib/domain/retailer.ts'
import { testCards } from '#lib/local/sandbox/cards.ts'
import { restShop } from '#lib/local/sandbox/rest-shop/shop.ts'
import { stockOf } from '#lib/local/sandbox/shop/session.ts'
import { shops } from '#lib/local/sandbox/shop/shops.ts'
import { overwrite } from '#lib/local/sandbox/store.ts'
import type { Card, Subject, Webhooks } from '#lib/retailers/conformance/subject.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { verifyPayment } from '#lib/retailers/payment.ts'
import { adapterFor } from '#lib/retailers/registry.ts'
import { buyer } from './buyer.ts'

const numbers: Record<Card, string> = {
  accepted: testCards.find(card => card.behaviour === 'accepted')?.number ?? '',
  declined: testCards.find(card => card.behaviour === 'declined_by_retailer')?.number ?? '',
}
const plenty = 10_000
const sellers = [...Object.values(shops), restShop]

/** A token as a browser gets it, and verified as the workflow does before the retailer may charge it. */
async function pay(
  adapter: RetailerAdapter,
  retailerId: string,
  card: Card,
  { reference, total }: Parameters<Subject['pay']>[1],
): Promise<string> {
  const answer = await fetch(adapter.payment?.tokenizeUrl ?? '', {
    method: 'POST',
    body: JSON.stringify({ number: numbers[card], expiry: '12/40', cvc: '123' }),
  })
  const { token, display } = (await answer.json()) as { token: string; display: string }
  const payment = { orderId: reference, retailerId, token, display, amount: total }
  await verifyPayment({ payment, key: randomUUID(), signal: AbortSignal.timeout(10_000) })
  return token
}

/**
 * A sandbox retailer as the kit drives it, with two articles of its own on the shelf. `base` is the address of its
 * process. The table of the sandboxes has to be this process's too (SANDBOX_TABLE).
 */
export async function sandboxSubject(
  retailer: Retailer,
  base: string,
  webhooks?: Webhooks,
): Promise<Subject> {
  const { id } = retailer
  const adapter = await adapterFor(retailer)
  const run = randomUUID().slice(0, 8)
  const articles = { plenty: `kit-plenty-${run}`, scarce: `kit-scarce-${run}` }
  const put = (sku: string, available: number) =>
    overwrite(stockOf(id), sku, { sku, title: 'Kit article', price: 1299, available })
  const set = async (faults: object) => {
    const answer = await fetch(`${base}/sandbox/faults`, { method: 'POST', body: JSON.stringify(faults) })
    if (!answer.ok) throw new Error(`${id} does not take faults: ${answer.status}`)
  }
  await put(articles.plenty, plenty)
  await put(articles.scarce, 2)
  return {
    retailer,
    adapter,
    articles,
    discountCode: sellers.find(shop => shop.id === id)?.discount.code,
    webhooks,
    ...buyer,
    pay: (card, purchase) => pay(adapter, id, card, purchase),
    levers: {
      setStock: put,
      surcharge: amount => set({ surcharge: amount }),
      holdSeconds: seconds => set({ holdSeconds: seconds }),
      escalate: () => set({ escalate: 1 }),
      confirm: async url => {
        await fetch(`${url}/confirm`, { method: 'POST', redirect: 'manual' })
      },
      ship: () => set({ shipAfterSeconds: 0 }),
      reset: async () => {
        await fetch(`${base}/sandbox/faults`, { method: 'DELETE' })
      },
    },
  }
}
