import { randomUUID } from 'node:crypto'
import type { RetailerOrder } from '#lib/domain/order.ts'
import type { Call, Placement, Purchase, QuoteRequest, RetailerQuote } from '#lib/retailers/contract.ts'
import type { Card, Subject } from './subject.ts'
import { must, notOffered } from './verdict.ts'

/** Milliseconds a call may take where a case is not about time. */
const patience = 20_000
const usual = 2

/** A call of its own, as the site makes it. */
export const call = (milliseconds = patience): Call => ({
  key: randomUUID(),
  signal: AbortSignal.timeout(milliseconds),
})

export type Wanted = Record<string, number>

/** A quote request for articles by the retailer's number; two of what it has plenty of unless said. */
export function request(
  { articles, address, currency }: Subject,
  wanted: Wanted = { [articles.plenty]: usual },
): QuoteRequest {
  const { country, region, postalCode } = address
  return {
    items: Object.entries(wanted).map(([retailerSku, quantity], index) => ({
      sku: `KIT-${index + 1}`,
      retailerSku,
      quantity,
    })),
    destination: { country, region, postalCode },
    currency,
  }
}

export type Prepared = { request: QuoteRequest; quote: RetailerQuote; purchase: Purchase }

/** A session with its quote and buyer: ready to be held and sold. */
export async function prepared(subject: Subject, wanted?: Wanted): Promise<Prepared> {
  const asked = request(subject, wanted)
  const quote = await subject.adapter.quote(asked, call())
  must(quote.selectedOptionId, 'its quote has no way of delivery selected')
  const purchase: Purchase = {
    reference: `ord_kit_${randomUUID()}`,
    sessionId: quote.sessionId,
    items: asked.items,
    address: subject.address,
    contact: { email: subject.email },
    consents: { brand_marketing: false, brand_analytics: false, retailer_marketing: false },
    optionId: quote.selectedOptionId,
    total: quote.totals.total,
  }
  await subject.adapter.prepare(purchase, call())
  return { request: asked, quote, purchase }
}

export type Sale = Prepared & { order: Parameters<Subject['adapter']['place']>[0] }

/** Who takes the token; empty where the retailer takes no cards, which it then says itself. */
export function handlerOf({ adapter }: Subject): string {
  return adapter.payment?.handlerId ?? ''
}

/** The same with a payment: all but the word to sell. */
export async function ready(subject: Subject, card: Card = 'accepted', wanted?: Wanted): Promise<Sale> {
  const all = await prepared(subject, wanted)
  const token = await subject.pay(card, all.purchase)
  if (token === undefined) return notOffered(`there is no ${card} card to try`)
  return { ...all, order: { ...all.purchase, payment: { token, handlerId: handlerOf(subject) } } }
}

/** The order of a placement that has to be one. */
export function mustBePlaced(placement: Placement, when: string): RetailerOrder {
  must(placement.status === 'placed', `${when} it answers ${placement.status} instead of placed`)
  return placement.order
}

/** The order that the retailer's own session names, asked until it has made up its mind. */
export async function orderInSession(
  subject: Subject,
  sessionId: string,
): Promise<RetailerOrder | undefined> {
  for (let attempt = 1; ; attempt++) {
    const state = await subject.adapter.getSession(sessionId, call())
    if (state.status === 'placed') return state.order
    if (state.status !== 'in_progress' || attempt === 20) return undefined
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}
