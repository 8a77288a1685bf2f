import { DomainError } from '#lib/domain/errors.ts'
import { type Offer, offerSchema } from '#lib/domain/listing.ts'
import { money } from '#lib/domain/money.ts'
import type { RestRetailer } from '#lib/domain/retailer.ts'
import type { RetailerAdapter } from '#lib/retailers/contract.ts'
import { restClient } from './client.ts'
import { place } from './place.ts'
import { articlesShape, basketShape, holdShape, orderShape, problem, read } from './shapes.ts'
import {
  basketBody,
  checkedTotal,
  emptyQuote,
  readLines,
  readOrder,
  readQuote,
  sessionState,
} from './translate.ts'

/*
 * The template: an adapter for a retailer with a plain REST API of its own. docs/add-a-retailer.md leads through it.
 *
 * The API it speaks, under the row's `endpoint`:
 *
 *   GET    /articles?numbers=1,2        prices and what is left
 *   POST   /baskets                     a basket with its cost            PUT, GET, DELETE /baskets/:basket
 *   POST   /baskets/:basket/hold        holds its stock for a while       DELETE /baskets/:basket/hold/:hold
 *   POST   /baskets/:basket/buy         sells it
 *   GET    /orders/:order               how the order stands              DELETE cancels it
 *
 * What we call a session is a basket there. An adapter keeps nothing between two calls: the site and the workflow are
 * many processes, and any of them may make the next one. Whatever must be known later is in the session's id, or is
 * asked for again. What your retailer cannot do, say in the row's `capabilities` and throw `retailer_refused` here.
 */

const lookupBatch = 100
const basketPath = (sessionId: string, rest = '') => `/baskets/${encodeURIComponent(sessionId)}${rest}`
const orderPath = (orderId: string) => `/orders/${encodeURIComponent(orderId)}`

/** The contract over this retailer's REST API. */
export function restAdapter(retailer: RestRetailer): RetailerAdapter {
  const send = restClient(retailer)

  return {
    capabilities: retailer.capabilities,
    payment: retailer.payment,

    // Runs on a schedule for the whole catalogue, so it goes in batches. Articles it does not know are left out.
    async lookup(items, { signal }) {
      const batches = Array.from({ length: Math.ceil(items.length / lookupBatch) }, (_, index) =>
        items.slice(index * lookupBatch, (index + 1) * lookupBatch),
      )
      const offers = batches.map(async (batch): Promise<Offer[]> => {
        const numbers = batch.map(item => encodeURIComponent(item.retailerSku)).join(',')
        const { articles } = read(
          articlesShape,
          await send('GET', `/articles?numbers=${numbers}`, { signal }),
        )
        return batch.flatMap(({ sku, slug, retailerSku }) => {
          const found = articles.find(each => each.article === retailerSku)
          if (!found) return []
          const availability = found.left === 0 ? 'out_of_stock' : found.left <= 5 ? 'low_stock' : 'in_stock'
          const price = money(found.each, 'USD')
          const asOf = new Date().toISOString()
          return [offerSchema.parse({ slug, sku, retailerId: retailer.id, price, availability, asOf })]
        })
      })
      return (await Promise.all(offers)).flat()
    },

    // Opens a basket. An article the retailer lacks comes back as a missing line, never as an error.
    async quote(request, call) {
      const answer = await send('POST', '/baskets', { ...call, body: basketBody(request) })
      if (answer.error === 'item_unavailable') return emptyQuote(request)
      return readQuote(request, read(basketShape, answer))
    },

    // The same basket with another way of delivery: its new cost.
    async selectOption(request, call) {
      const answer = await send('PUT', basketPath(request.sessionId), { ...call, body: basketBody(request) })
      return readQuote(request, read(basketShape, answer))
    },

    // The first step of a purchase: the buyer goes into the basket, and the retailer's total must still be the one
    // that the shopper accepted.
    async prepare(purchase, call) {
      const { sessionId, total } = purchase
      const known = read(basketShape, await send('GET', basketPath(sessionId), { signal: call.signal }))
      const { status } = sessionState(known)
      // A step that is run again may find its own basket sold: place() will say so.
      if (status === 'placed' || status === 'in_progress') return
      if (status === 'cancelled') throw new DomainError('quote_expired')
      const body = basketBody({ ...purchase, destination: purchase.address })
      const basket = read(basketShape, await send('PUT', basketPath(sessionId), { ...call, body }))
      const isShort = readLines(purchase.items, basket).some(line => line.available < line.requested)
      if (isShort) throw new DomainError('out_of_stock')
      if (checkedTotal(basket, total.currency) !== total.amount) throw new DomainError('total_changed')
    },

    // Only for `reserve: 'native'`: stock that nobody else can buy meanwhile. Repeating it gives the same hold.
    async reserve(sessionId, call) {
      const { hold, until } = read(holdShape, await send('POST', basketPath(sessionId, '/hold'), call))
      return { holdId: hold, expiresAt: until }
    },

    // What is gone already is as good as released.
    async release(sessionId, holdId, call) {
      const answer = await send('DELETE', basketPath(sessionId, `/hold/${encodeURIComponent(holdId)}`), call)
      if (answer.status >= 300 && answer.status !== 404) throw problem(answer)
    },

    place: (purchase, call) => place(send, purchase, call),

    // Settles an `unknown`: what became of the basket.
    async getSession(sessionId, { signal }) {
      const answer = await send('GET', basketPath(sessionId), { signal })
      if (answer.status === 404) return { status: 'gone' }
      return sessionState(read(basketShape, answer))
    },

    async getOrder(retailerOrderId, { signal }) {
      const answer = await send('GET', orderPath(retailerOrderId), { signal })
      if (answer.status === 404) throw new DomainError('not_found')
      return { order: readOrder(read(orderShape, answer)), payload: answer.body }
    },

    // Only for `cancel: true`. A conflict is looked into: the order may have been cancelled by an earlier try.
    async cancelOrder(retailerOrderId, call) {
      const answer = await send('DELETE', orderPath(retailerOrderId), call)
      if (answer.status !== 409) {
        const order = readOrder(read(orderShape, answer))
        if (order.status === 'cancelled') return { status: 'cancelled', order }
        throw new DomainError('retailer_unreachable', { cause: new Error('neither cancelled nor refused') })
      }
      const known = await send('GET', orderPath(retailerOrderId), { signal: call.signal })
      const order = readOrder(read(orderShape, known))
      return order.status === 'cancelled' ? { status: 'cancelled', order } : { status: 'too_late' }
    },

    // The undo of prepare. Gone already is as good; sold is not, and must be heard of.
    async cancelSession(sessionId, call) {
      const answer = await send('DELETE', basketPath(sessionId), call)
      if (answer.status < 300 || answer.status === 404) return
      throw problem(answer)
    },
  }
}
