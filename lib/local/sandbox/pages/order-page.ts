import { randomUUID } from 'node:crypto'
import { path, type Route } from '#lib/local/sandbox/http.ts'
import { once } from '#lib/local/sandbox/replay.ts'
import { act, acts } from '#lib/local/sandbox/shop/act.ts'
import { cancelOrder, payRefunds } from '#lib/local/sandbox/shop/cancel.ts'
import { orderById, progress, type ShopOrder } from '#lib/local/sandbox/shop/orders.ts'
import { parcelsOf, unsent } from '#lib/local/sandbox/shop/parcels.ts'
import type { Business } from '#lib/local/sandbox/shop/sessions.ts'
import { dollars, escapeHtml, moment, type Page, page } from './layout.ts'
import { lines, totals } from './tables.ts'

function parcels(order: ShopOrder): string {
  const rows = parcelsOf(order).map(({ number, lines: sent, shippedAt, deliveredAt }) => {
    const count = sent.reduce((sum, { quantity }) => sum + quantity, 0)
    const arrival = deliveredAt ? `, delivered ${moment(deliveredAt)}` : ''
    const words = `${order.label}-${number}: ${count} items, sent ${moment(shippedAt)}${arrival}`
    return `<li id="parcel-${number}">${escapeHtml(words)}</li>`
  })
  return rows.length > 0 ? `<ul>${rows.join('')}</ul>` : '<p class="soft">Nothing has been sent yet.</p>'
}

/** What a person can have the retailer do now, a button each. */
function buttons(order: ShopOrder): string {
  const left = unsent({ ...order, parcels: parcelsOf(order) }).reduce(
    (sum, { quantity }) => sum + quantity,
    0,
  )
  const offered: [string, string, boolean][] = [
    ['ship-part', 'Ship part', left > 1],
    ['ship-all', 'Ship all that is left', left > 0],
    ['deliver', 'Deliver what was sent', parcelsOf(order).some(({ deliveredAt }) => !deliveredAt)],
    ['refund', 'Refund one article', true],
    ['cancel', 'Cancel this order', progress(order).at(-1)?.status === 'processing'],
  ]
  const shown = order.cancelledAt ? [] : offered.filter(([, , isPossible]) => isPossible)
  return shown
    .map(
      ([name, label]) =>
        `<form method="post" action="/orders/${escapeHtml(order.id)}/${name}"><button>${label}</button></form>`,
    )
    .join('<p></p>')
}

function main(order: ShopOrder): string {
  const steps = progress(order).map(({ at, status }) => `<li>${moment(at)}: ${escapeHtml(status)}</li>`)
  const refunds = (order.refunds ?? []).map(({ at, amount }) => `<li>${moment(at)}: ${dollars(amount)}</li>`)
  return `<p>Placed ${moment(order.placedAt)} UTC. ${order.reference ? `The shop’s own number is <code>${escapeHtml(order.reference)}</code>.` : ''}</p>
${lines(order.lines)}<h2>Costs</h2>${totals(order.totals)}
<h2 id="parcel">Parcels</h2><p>${escapeHtml(order.carrier)}</p>${parcels(order)}<ol>${steps.join('')}</ol>
${refunds.length > 0 ? `<h2>Refunds</h2><ul>${refunds.join('')}</ul>` : ''}${buttons(order)}`
}

/** An order as the retailer has it, and what can be done with it by hand. */
export function orderPages(
  business: Business,
  frame: (part: Pick<Page, 'title' | 'current' | 'main'>) => Page,
): Route[] {
  const { shop } = business
  const back = (id: string) => ({ status: 303, headers: { location: `/orders/${encodeURIComponent(id)}` } })
  return [
    {
      method: 'GET',
      path: path('/orders/:id'),
      handle: async ({ parameters }) => {
        const order = await orderById(shop.id, parameters[0] ?? '')
        const part = { title: `Order ${order.label}`, current: '', main: main(order) }
        return { status: 200, html: page(frame(part)) }
      },
    },
    {
      method: 'POST',
      path: path('/orders/:id/cancel'),
      handle: async ({ parameters }) => {
        const id = parameters[0] ?? ''
        await once(shop.id, randomUUID(), '', () => cancelOrder(business, id))
        payRefunds(shop.id).catch(console.error)
        return back(id)
      },
    },
    ...acts.map(
      (name): Route => ({
        method: 'POST',
        path: path(`/orders/:id/${name}`),
        handle: async ({ parameters }) => {
          const id = parameters[0] ?? ''
          await act(shop.id, id, name)
          return back(id)
        },
      }),
    ),
  ]
}
