import { readFileSync } from 'node:fs'
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { z } from 'zod'
import { config } from '#lib/config.ts'
import { getListings, listAllListings, saveListing } from '#lib/data/listings.ts'
import { saveRetailer } from '#lib/data/retailers.ts'
import type { Listing } from '#lib/domain/listing.ts'
import { enteredRowSchema } from '#lib/domain/retailer-row.ts'
import { refuseOwnMachine } from '#lib/services/retailers/edit-registry.ts'

const articlesSchema = z.record(z.string(), z.string().min(1).max(100))

async function keepApiKey(secretName: string, apiKey: string) {
  const client = new SecretsManagerClient({})
  const name = config.SECRET_PREFIX + secretName
  const SecretString = JSON.stringify({ apiKey })
  try {
    await client.send(new PutSecretValueCommand({ SecretId: name, SecretString }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await client.send(new CreateSecretCommand({ Name: name, SecretString }))
  }
}

/** The listing with the retailer's numbers for its variants; undefined where nothing changes. */
function numbered(
  listing: Listing,
  retailerId: string,
  articles: Record<string, string>,
): Listing | undefined {
  const variants = listing.variants.map(variant => {
    const article = articles[variant.sku]
    return article
      ? { ...variant, retailerSkus: { ...variant.retailerSkus, [retailerId]: article } }
      : variant
  })
  const isSame = JSON.stringify(variants) === JSON.stringify(listing.variants)
  const updatedAt = new Date().toISOString()
  return isSame ? undefined : { ...listing, variants, updatedAt, updatedBy: 'an operator' }
}

async function numberListings(retailerId: string, articles: Record<string, string>): Promise<number> {
  let count = 0
  let after: string | undefined
  do {
    const page = await listAllListings({ after, limit: 100 })
    for (const listing of await getListings(page.listings.map(each => each.slug))) {
      const changed = numbered(listing, retailerId, articles)
      if (!changed) continue
      await saveListing(changed, listing.version)
      count++
    }
    after = page.next
  } while (after)
  return count
}

/**
 * Adds the retailer whose registry row is in `rowFile`, or replaces its row; keeps RETAILER_API_KEY, where it is set, as
 * the secret that the row names; and gives the listings the retailer's article numbers in `articlesFile`, an object
 * from our SKU to the retailer's number. Throws where a file does not hold what it should.
 */
export async function addRetailer(rowFile: string, articlesFile?: string): Promise<string[]> {
  const row = enteredRowSchema.parse(JSON.parse(readFileSync(rowFile, 'utf8')))
  refuseOwnMachine(row)
  const articles = articlesFile ? articlesSchema.parse(JSON.parse(readFileSync(articlesFile, 'utf8'))) : {}
  const apiKey = process.env.RETAILER_API_KEY
  if (apiKey && row.adapter !== 'handoff' && row.secretName) await keepApiKey(row.secretName, apiKey)
  const count = await numberListings(row.id, articles)
  await saveRetailer(row)
  return [
    `${row.name} is in the registry, ${row.enabled ? 'enabled' : 'not enabled'}; the site notices within a minute`,
    ...(articlesFile ? [`Products that got its article numbers: ${count}`] : []),
  ]
}
