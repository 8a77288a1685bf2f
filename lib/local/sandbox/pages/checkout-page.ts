import { randomUUID } from 'node:crypto'
import { path, type Route } from '#lib/local/sandbox/http.ts'
import { once } from '#lib/local/sandbox/replay.ts'
import { confirm, wayBack } from '#lib/local/sandbox/shop/escalate.ts'
import { priced } from '#lib/local/sandbox/shop/price.ts'
import type { Session } from '#lib/local/sandbox/shop/session.ts'
import { type Business, cancelSession, isExpired, sessionById } from '#lib/local/sandbox/shop/sessions.ts'
import type { Shop } from '#lib/local/sandbox/shop/shops.ts'
import { escapeHtml, type Page, page, state } from './layout.ts'
import { lines, totals } from './tables.ts'

function question(session: Session): string {
  if (session.problem !== 'escalation' || session.status !== 'open') return ''
  if (isExpired(session)) return '<p>Time has run out for this purchase. Nothing was charged.</p>'
  const action = `/checkout/${escapeHtml(session.id)}`
  return `<p>Please confirm that you want to buy this. You go back to the shop afterwards, which finishes the purchase.</p>
<form method="post" action="${action}/confirm"><button>Confirm and go back</button></form>
<form method="post" action="${action}/cancel" style="margin-top:1rem"><button>I do not want it any more</button></form>`
}

function main(shop: Shop, session: Session): string {
  const back = wayBack(session)
  const link = back ? `<p><a href="${escapeHtml(back)}">Back to the shop</a></p>` : ''
  return `<p>${state(session.status)}</p>${question(session)}${lines(session.lines)}<h2>Costs</h2>
${totals(priced(shop, session).totals)}${link}`
}

/** A session as its buyer sees it on the retailer's own site, where the retailer may ask for a confirmation. */
export function checkoutPages(
  business: Business,
  frame: (part: Pick<Page, 'title' | 'current' | 'main'>) => Page,
): Route[] {
  const { shop } = business
  const onward = (session: Session) => ({
    status: 303,
    headers: { location: wayBack(session) ?? `/checkout/${encodeURIComponent(session.id)}` },
  })
  return [
    {
      method: 'GET',
      path: path('/checkout/:id'),
      handle: async ({ parameters }) => {
        const session = await sessionById(shop.id, parameters[0] ?? '')
        const part = { title: 'Checkout', current: '', main: main(shop, session) }
        return { status: 200, html: page(frame(part)) }
      },
    },
    {
      method: 'POST',
      path: path('/checkout/:id/confirm'),
      handle: async ({ parameters }) => onward(await confirm(business, parameters[0] ?? '')),
    },
    {
      method: 'POST',
      path: path('/checkout/:id/cancel'),
      handle: async ({ parameters }) => {
        const id = parameters[0] ?? ''
        await once(shop.id, randomUUID(), '', () => cancelSession(business, id))
        return onward(await sessionById(shop.id, id))
      },
    },
  ]
}
