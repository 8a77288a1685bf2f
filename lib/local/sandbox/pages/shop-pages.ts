import type { FaultSwitch } from '#lib/local/sandbox/faults.ts'
import { path, type Route } from '#lib/local/sandbox/http.ts'
import { activeHolds } from '#lib/local/sandbox/shop/holds.ts'
import { progress, recentOrders, type ShopOrder } from '#lib/local/sandbox/shop/orders.ts'
import { priced } from '#lib/local/sandbox/shop/price.ts'
import { recentSessions, type Session, type StockItem, stockOf } from '#lib/local/sandbox/shop/session.ts'
import type { Business } from '#lib/local/sandbox/shop/sessions.ts'
import type { Shop } from '#lib/local/sandbox/shop/shops.ts'
import { list } from '#lib/local/sandbox/store.ts'
import { checkoutPages } from './checkout-page.ts'
import { faultPages } from './fault-form.ts'
import { dollars, escapeHtml, moment, type Page, page, state, table } from './layout.ts'
import { orderPages } from './order-page.ts'
import { number } from './tables.ts'

const links = [
  ['/', 'Stock'],
  ['/sessions', 'Sessions'],
  ['/orders', 'Orders'],
  ['/faults', 'Faults'],
] as const

const totalOf = (order: ShopOrder) => order.totals.find(total => total.type === 'total')?.amount ?? 0

async function stockPage(shop: Shop): Promise<string> {
  const [items, holds] = await Promise.all([list<StockItem>(stockOf(shop.id)), activeHolds(shop.id)])
  const held = new Map<string, number>()
  for (const line of holds.flatMap(hold => hold.lines)) {
    held.set(line.sku, (held.get(line.sku) ?? 0) + line.quantity)
  }
  return table(
    [{ title: 'Article' }, { title: 'Name' }, number('Price'), number('In stock'), number('Held')],
    items
      .toSorted((a, b) => a.title.localeCompare(b.title))
      .map(item => [
        `<code>${escapeHtml(item.sku)}</code>`,
        escapeHtml(item.title),
        dollars(item.price),
        String(item.available),
        String(held.get(item.sku) ?? 0),
      ]),
    'Nothing is stocked yet.',
  )
}

function sessionRow(shop: Shop, session: Session): string[] {
  const count = session.lines.reduce((sum, line) => sum + line.quantity, 0)
  return [
    moment(session.createdAt),
    `<a href="/checkout/${escapeHtml(session.id)}"><code>${escapeHtml(session.id)}</code></a>`,
    state(session.status),
    session.hold ? `until ${moment(session.hold.expiresAt)}` : '',
    String(count),
    dollars(priced(shop, session).total),
  ]
}

/** The retailer's own view, as HTML: stock, sessions, orders and faults. */
export function shopPages(business: Business, faults: FaultSwitch): Route[] {
  const { shop } = business
  const frame = (part: Pick<Page, 'title' | 'current' | 'main'>): Page => ({
    business: shop,
    links,
    ...part,
  })
  const show = (pattern: string, render: (id: string) => Promise<Pick<Page, 'title' | 'main'>>): Route => ({
    method: 'GET',
    path: path(pattern),
    handle: async ({ parameters }) => ({
      status: 200,
      html: page(frame({ current: pattern, ...(await render(parameters[0] ?? '')) })),
    }),
  })
  return [
    show('/', async () => ({ title: 'Stock', main: await stockPage(shop) })),
    show('/sessions', async () => ({
      title: 'Sessions',
      main: table(
        [
          { title: 'Opened (UTC)' },
          { title: 'Session' },
          { title: 'State' },
          { title: 'Held' },
          number('Items'),
          number('Total'),
        ],
        (await recentSessions(shop.id)).map(session => sessionRow(shop, session)),
        'Nobody has asked for a price yet.',
      ),
    })),
    show('/orders', async () => ({
      title: 'Orders',
      main: table(
        [
          { title: 'Placed (UTC)' },
          { title: 'Order' },
          { title: 'State' },
          { title: 'For' },
          number('Total'),
        ],
        (await recentOrders(shop.id)).map(order => [
          moment(order.placedAt),
          `<a href="/orders/${escapeHtml(order.id)}">${escapeHtml(order.label)}</a>`,
          state(progress(order).at(-1)?.status ?? 'processing'),
          `<code>${escapeHtml(order.reference)}</code>`,
          dollars(totalOf(order)),
        ]),
        'No orders yet.',
      ),
    })),
    show('/terms', async () => ({
      title: 'Terms',
      main: `<p>${escapeHtml(shop.name)} is a sandbox: it sells nothing, ships nothing and charges nobody.</p>`,
    })),
    show('/privacy', async () => ({
      title: 'Privacy',
      main: '<p>What you enter stays on this machine.</p>',
    })),
    ...orderPages(business, frame),
    ...checkoutPages(business, frame),
    ...faultPages(faults, frame),
  ]
}
