import { createHash } from 'node:crypto'
import { getPlatformProfile } from '#lib/services/platform-profile.ts'

export const dynamic = 'force-dynamic'

/** This site's profile as a platform of the Universal Commerce Protocol, for anyone to keep for five minutes. */
export async function GET(request: Request): Promise<Response> {
  const body = JSON.stringify(await getPlatformProfile())
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { 'cache-control': 'public, max-age=300', etag }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } })
}
