import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { expect } from '@playwright/test'
import type { RetailerId } from '#lib/local/ports.ts'
import { listings } from '#lib/local/seed/catalogue.ts'
import { stack } from '#tests/e2e/support/stack.ts'

const shops = ['harbor-market', 'greenline', 'parcel-and-pantry'] as const satisfies RetailerId[]

type Size = { slug: string; label: string }

/** The retailers' own numbers for a size of a product. */
function articlesOf({ slug, label }: Size) {
  const variant = listings.find(each => each.slug === slug)?.variants.find(each => each.label === label)
  return shops.flatMap(id => {
    const sku = variant?.retailerSkus[id]
    return sku ? [{ id, sku }] : []
  })
}

/** Sets how many of a size the sandbox retailers have: all of them, or one. */
export async function setStock(size: Size, available: number, only?: RetailerId): Promise<void> {
  for (const { id, sku } of articlesOf(size)) {
    if (only && only !== id) continue
    const answer = await fetch(`${stack.retailer(id)}/sandbox/stock`, {
      method: 'PUT',
      body: JSON.stringify({ sku, available }),
    })
    expect(answer.status).toBe(200)
  }
}

/** Has the site ask all retailers for their offers now rather than by the clock. */
export async function refreshOffers(): Promise<void> {
  const answer = await new LambdaClient({}).send(new InvokeCommand({ FunctionName: 'refresh-offers' }))
  expect(answer.FunctionError).toBeUndefined()
}
