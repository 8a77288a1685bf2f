import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront'
import { ulid } from 'ulid'
import { config } from '#lib/config.ts'
import { log } from '#lib/log.ts'

const client = new CloudFrontClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } })

/** Shelves, home and site maps; and product pages, since each shows its shelf's other products. */
const shared = ['/', '/front/*', '/p/*', '/products*', '/sitemap*']

/** The addresses that show what carries these tags; a star covers what follows, query strings too. */
export function pathsOf(tags: readonly string[]): string[] {
  if (tags.includes('frame')) return ['/*']
  const isShared = tags.some(tag => !tag.startsWith('listing:'))
  if (isShared) return shared
  return tags.map(tag => `/p/${tag.slice('listing:'.length)}*`)
}

/**
 * Has the CDN forget the pages that carry these tags; does nothing where there is none. Never throws: a page that
 * stays at the CDN is made anew when its time runs out. Returns whether the CDN heard.
 */
export async function invalidatePages(tags: readonly string[]): Promise<boolean> {
  const { DISTRIBUTION_ID } = config
  if (DISTRIBUTION_ID === '' || tags.length === 0) return true
  const Items = pathsOf(tags)
  try {
    await client.send(
      new CreateInvalidationCommand({
        DistributionId: DISTRIBUTION_ID,
        InvalidationBatch: { CallerReference: ulid(), Paths: { Quantity: Items.length, Items } },
      }),
    )
    return true
  } catch (error) {
    log.error('pages stay at the CDN', error, { count: Items.length })
    return false
  }
}
