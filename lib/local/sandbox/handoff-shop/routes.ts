import { path, type Query, type Route } from '#lib/local/sandbox/http.ts'
import { dollars, escapeHtml, page, table } from '#lib/local/sandbox/pages/layout.ts'
import { stockFor } from '#lib/local/sandbox/shop/holds.ts'
import { handoffShop } from './shop.ts'

const links = [['/', 'Basket']] as const

/** The articles a link brought: `item.1=…&count.1=…`, as far as they are counted on. */
function received(query: Query): { article: string; count: number }[] {
  const lines: { article: string; count: number }[] = []
  for (let place = 1; place <= 50; place++) {
    const article = query.get(`item.${place}`)
    if (!article) return lines
    lines.push({
      article,
      count: Math.max(1, Math.min(99, Math.trunc(Number(query.get(`count.${place}`))) || 1)),
    })
  }
  return lines
}

async function basketPage(query: Query): Promise<string> {
  const lines = received(query)
  const stock = await stockFor(
    handoffShop.id,
    lines.map(line => line.article),
  )
  const rows = lines.map(({ article, count }) => {
    const item = stock.get(article)
    const price = item ? dollars(item.price * count) : 'not in our range'
    return [escapeHtml(item?.title ?? article), String(count), price]
  })
  const from = query.get('partner')
  return `${table(
    [{ title: 'Article' }, { title: 'Quantity', isNumber: true }, { title: 'Together', isNumber: true }],
    rows,
    'Your basket is empty.',
  )}${from ? `<p class="soft">Sent here by ${escapeHtml(from)}.</p>` : ''}
<p>This is a sandbox: the real shop’s own checkout would follow here.</p>`
}

/** The page of a shop with a site of its own, which shows the cart that it was handed. */
export function handoffRoutes(): Route[] {
  const show = async (query: Query) => ({
    status: 200,
    html: page({
      business: handoffShop,
      links,
      title: 'Your basket',
      current: '/',
      main: await basketPage(query),
    }),
  })
  return [
    { method: 'GET', path: path('/'), handle: ({ query }) => show(query) },
    { method: 'GET', path: path('/basket/add'), handle: ({ query }) => show(query) },
  ]
}
