import type { Route } from 'next'
import { cookies, draftMode } from 'next/headers'
import { redirect } from 'next/navigation'
import { previewCookie } from '#app/(shop)/preview.ts'
import { cookieOptions } from '#lib/action.ts'
import { slugSchema } from '#lib/domain/listing.ts'
import { homePath, listingPath } from '#lib/services/preview-link.ts'

/** Shows a listing, or without one the home page, as shoppers see it, to a browser that saw its draft. */
export async function GET(request: Request): Promise<never> {
  const slug = slugSchema.safeParse(new URL(request.url).searchParams.get('slug')).data
  const draft = await draftMode()
  draft.disable()
  const path = slug ? listingPath(slug) : homePath
  const jar = await cookies()
  jar.set(previewCookie(path), '', { ...cookieOptions, path, maxAge: 0 })
  redirect(path as Route)
}
