import { config } from '#lib/config.ts'
import { log } from '#lib/log.ts'
import { secret, secretNames } from '#lib/secrets.ts'

const deadline = 5000

/**
 * Asks the site to prerender anew what carries these tags (`listing:<slug>`, `category:<slug>`, `listings`).
 * A site that is down is only noted: its pages are made anew when their time runs out. Returns whether it heard.
 */
export async function revalidateSite(tags: readonly string[]): Promise<boolean> {
  if (tags.length === 0) return true
  try {
    const answer = await fetch(new URL('/api/revalidate', config.SITE_URL), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await secret(secretNames.revalidate)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ tags }),
      signal: AbortSignal.timeout(deadline),
    })
    if (!answer.ok) log.warn('site not revalidated', { status: answer.status })
    return answer.ok
  } catch (error) {
    log.error('site not revalidated', error)
    return false
  }
}
