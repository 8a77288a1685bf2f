import { cookies, draftMode } from 'next/headers'
import { redirect } from 'next/navigation'
import { previewCookie } from '#app/(shop)/p/[slug]/preview.ts'
import { cookieOptions } from '#lib/action.ts'
import { slugSchema } from '#lib/domain/listing.ts'

/** Shows a listing as shoppers see it, to a browser that saw its draft. */
export async function GET(request: Request): Promise<never> {
  const slug = slugSchema.safeParse(new URL(request.url).searchParams.get('slug')).data
  const draft = await draftMode()
  draft.disable()
  if (!slug) redirect('/')
  const jar = await cookies()
  jar.set(previewCookie, '', { ...cookieOptions, path: `/p/${slug}`, maxAge: 0 })
  redirect(`/p/${slug}`)
}
