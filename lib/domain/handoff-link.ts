import { z } from 'zod'

const linesPlace = '{lines}'
/** What may stand in a query as it is; a percent sign only as part of an escape. */
const literal = /^(?:[\w.~!*'();:@&=+$,/?|-]|%[0-9A-Fa-f]{2})*$/
const placeholders = /\{(\w+)\}/g

/** True for an address that browsers count as safe: https, or this machine itself. */
function isSafeAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname))
}

function isAddress(text: string): boolean {
  const [before = '', after = '', ...more] = text.split(linesPlace)
  if (more.length > 0 || /[{}]/.test(before + after)) return false
  const url = URL.parse(before + after)
  const isInQuery = !text.includes(linesPlace) || before.includes('?')
  return Boolean(url && isInQuery && isSafeAddress(url) && !url.username && !url.password && !url.hash)
}

function isPart(text: string, known: readonly string[]): boolean {
  const names = [...text.matchAll(placeholders)].map(match => match[1] ?? '')
  return names.every(name => known.includes(name)) && literal.test(text.replaceAll(placeholders, ''))
}

/**
 * How a retailer's own site takes a cart from a link: data, so that such a retailer needs no code. Amazon's form, for
 * one, is the address `https://www.amazon.com/gp/aws/cart/add.html?{lines}` with the line
 * `ASIN.{index}={article}&Quantity.{index}={quantity}` between `&`.
 */
export const handoffLinkSchema = z
  .object({
    /** https, with `{lines}` in its query where the cart goes. Without it the link leads to the shop and carries no cart. */
    address: z
      .string()
      .max(1000)
      .refine(isAddress, 'Give an https address with {lines} at most once, in its query.'),
    /** One line of the cart: `{article}` is the retailer's number, `{quantity}` how many, `{index}` counts from 1. */
    line: z
      .string()
      .max(200)
      .refine(
        text => text.includes('{article}') && isPart(text, ['article', 'quantity', 'index']),
        'Use {article}, {quantity} and {index}, and characters that a query may hold.',
      )
      .optional(),
    /** Between two lines. */
    separator: z
      .string()
      .max(10)
      .refine(text => isPart(text, []), 'Use characters that a query may hold.')
      .default('&'),
    /** How many lines such a link takes; what is beyond is left for the shopper to add there. */
    maximumLines: z.number().int().min(1).max(50).default(50),
    /** Added to the query, so that the retailer knows who sent the shopper: `{ AssociateTag: 'marram-20' }`. */
    attribution: z.record(z.string().regex(/^[\w.-]{1,60}$/), z.string().max(200)).default({}),
  })
  .refine(link => link.address.includes(linesPlace) === (link.line !== undefined), {
    path: ['line'],
    error: 'A link with {lines} needs a line, and one without takes none.',
  })
export type HandoffLink = z.infer<typeof handoffLinkSchema>

/** Whether the link carries the cart, or only leads to the shop. */
export function carriesCart(link: HandoffLink): boolean {
  return link.line !== undefined
}

/**
 * The address that takes these articles to the retailer's own site. Values are escaped, so that no article number
 * can add a parameter or change where the link leads.
 */
export function handoffAddress(
  link: HandoffLink,
  lines: readonly { article: string; quantity: number }[],
): string {
  const cart = lines.slice(0, link.maximumLines).map(({ article, quantity }, place) => {
    const values: Record<string, string> = { article, quantity: String(quantity), index: String(place + 1) }
    return (link.line ?? '').replaceAll(placeholders, (_, name: string) =>
      encodeURIComponent(values[name] ?? ''),
    )
  })
  const url = new URL(link.address.replace(linesPlace, () => cart.join(link.separator)))
  const attribution = Object.entries(link.attribution)
    .map(entry => entry.map(encodeURIComponent).join('='))
    .join('&')
  if (attribution) url.search = [url.search.slice(1), attribution].filter(Boolean).join('&')
  return url.href
}
