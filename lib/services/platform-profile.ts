import { config } from '#lib/config.ts'
import { publishedKeys } from '#lib/retailers/signing-keys.ts'
import { platformProfile } from '#lib/retailers/ucp/platform.ts'

/** This site's own profile, by which retailers know who asks them, as `/.well-known/ucp` serves it. */
export async function getPlatformProfile(): Promise<ReturnType<typeof platformProfile>> {
  return platformProfile(config.SITE_URL, await publishedKeys())
}
