import type { CartLine } from '#lib/domain/cart.ts'
import { carriesCart } from '#lib/domain/handoff-link.ts'
import { money } from '#lib/domain/money.ts'
import type { HandoffRetailer } from '#lib/domain/retailer.ts'
import { addressFor } from '#lib/retailers/handoff/hand-over.ts'
import type { Result } from './cases.ts'
import { judge, must, notOffered } from './verdict.ts'

/** A retailer that sells on its own site only, and articles of its own to hand over. */
export type HandoffSubject = { retailer: HandoffRetailer; articles: readonly string[] }

type HandoffCase = {
  id: string
  title: string
  run: (address: string, subject: HandoffSubject) => Promise<void>
}

const patience = 10_000

const handoffCases: readonly HandoffCase[] = [
  {
    id: 'link-leads',
    title: 'leads to the address in its row',
    run: async (address, { retailer }) => {
      const [fixed = ''] = retailer.link.address.split('?')
      must(address.startsWith(fixed), `it leads to ${new URL(address).origin}`)
    },
  },
  {
    id: 'link-carries-cart',
    title: 'has every article in it, with its quantity',
    run: async (address, { retailer, articles }) => {
      if (!carriesCart(retailer.link)) notOffered('its link carries no cart')
      const query = decodeURIComponent(new URL(address).search)
      for (const [place, article] of articles.entries()) {
        must(query.includes(article), `article ${article} is not in the link`)
        must(query.includes(String(place + 1)), `the quantity of ${article} is not in the link`)
      }
    },
  },
  {
    id: 'link-attribution',
    title: 'tells the retailer who sent the shopper',
    run: async (address, { retailer }) => {
      const attribution = Object.entries(retailer.link.attribution)
      if (attribution.length === 0) notOffered('its row names no attribution parameters')
      const { searchParams } = new URL(address)
      for (const [name, value] of attribution)
        must(searchParams.get(name) === value, `${name} is not in the link`)
    },
  },
  {
    id: 'link-answers',
    title: 'is answered by a page',
    run: async address => {
      const answer = await fetch(address, { signal: AbortSignal.timeout(patience) })
      must(answer.ok, `the link is answered with ${answer.status}`)
      must(
        answer.headers.get('content-type')?.startsWith('text/html'),
        'the link leads to something else than a page',
      )
    },
  },
]

function lineOf(retailerId: string, article: string, quantity: number): CartLine {
  return {
    sku: `KIT-${quantity}`,
    slug: 'kit',
    name: 'Kit article',
    variantLabel: 'One size',
    image: { src: '/art/kit', alt: 'Nothing' },
    quantity,
    guidance: money(100, 'USD'),
    retailerSkus: { [retailerId]: article },
  }
}

/** Tries the link of a retailer that sells on its own site only. Nothing there can be bought from here. */
export async function runHandoffCases(
  subject: HandoffSubject,
  { onResult }: { onResult?: (result: Result) => void } = {},
): Promise<Result[]> {
  const { retailer, articles } = subject
  const lines = articles.map((article, place) => lineOf(retailer.id, article, place + 1))
  const results: Result[] = []
  for (const { id, title, run } of handoffCases) {
    const result = { id, title, verdict: await judge(async () => run(addressFor(retailer, lines), subject)) }
    results.push(result)
    onResult?.(result)
  }
  return results
}
