import { z } from 'zod'
import { type Offer, offerSchema } from '#lib/domain/listing.ts'
import { money } from '#lib/domain/money.ts'
import type { Send } from './client.ts'
import { messagesOf, read } from './problems.ts'
import { lookupShape, type WireLookup } from './shapes.ts'

type Asked = { sku: string; slug: string; retailerSku: string }

function availability(variant: WireLookup['products'][number]['variants'][number]): Offer['availability'] {
  const { available = true, status = 'in_stock' } = variant.availability ?? {}
  if (!available || status === 'out_of_stock' || status === 'discontinued') return 'out_of_stock'
  return status === 'low_stock' ? 'low_stock' : 'in_stock'
}

/** The retailer's catalogue answer as offers; articles it did not name are left out. */
export function readOffers(
  asked: readonly Asked[],
  answer: WireLookup,
  retailerId: string,
  now = new Date(),
): Offer[] {
  const variants = answer.products.flatMap(product => product.variants)
  return asked.flatMap(({ sku, slug, retailerSku }) => {
    const variant = variants.find(
      each =>
        each.inputs.some(input => input.id === retailerSku) || [each.id, each.sku].includes(retailerSku),
    )
    if (!variant) return []
    const price = money(variant.price.amount, variant.price.currency)
    return [
      offerSchema.parse({
        slug,
        sku,
        retailerId,
        price,
        availability: availability(variant),
        asOf: now.toISOString(),
      }),
    ]
  })
}

const largestBatch = 100
/** What every server should take (catalog lookup). */
const smallestBatch = 10

function isTooLarge({ status, body }: Awaited<ReturnType<Send>>): boolean {
  const code = z.object({ code: z.string() }).safeParse(body).data?.code
  return (
    status === 413 ||
    (status === 400 && [code, ...messagesOf(body).map(message => message.code)].includes('request_too_large'))
  )
}

/** What the retailer asks for these articles, by as many calls as it needs: servers differ in how many one may name. */
export async function lookUp(
  send: Send,
  retailerId: string,
  items: readonly Asked[],
  signal: AbortSignal,
  size = largestBatch,
): Promise<Offer[]> {
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
  const offers = batches.map(async (batch): Promise<Offer[]> => {
    const answer = await send('POST', '/catalog/lookup', {
      signal,
      body: { ids: batch.map(item => item.retailerSku) },
    })
    if (batch.length > smallestBatch && isTooLarge(answer))
      return lookUp(send, retailerId, batch, signal, Math.max(smallestBatch, Math.floor(size / 4)))
    return readOffers(batch, read(lookupShape, answer), retailerId)
  })
  return (await Promise.all(offers)).flat()
}
