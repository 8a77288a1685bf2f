import { revalidateTag } from 'next/cache'
import { isDomainError } from '#lib/domain/errors.ts'
import { invalidatePages } from '#lib/services/invalidate-pages.ts'
import { parseRevalidation } from '#lib/services/parse-revalidation.ts'

const status = { not_signed_in: 401, too_large: 413, invalid_input: 400 } as const

/** POST `{ tags }` with the revalidation secret as bearer: pages that carry one of the tags are made anew, at the CDN too. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { tags } = await parseRevalidation(request)
    for (const tag of tags) revalidateTag(tag, { expire: 0 })
    await invalidatePages(tags)
    return Response.json({ revalidated: tags })
  } catch (error) {
    if (!isDomainError(error)) throw error
    const known = Object.entries(status).find(([code]) => code === error.code)
    if (!known) throw error
    return Response.json({ error: error.code }, { status: known[1] })
  }
}
