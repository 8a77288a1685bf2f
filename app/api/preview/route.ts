import type { Route } from 'next'
import { cookies, draftMode } from 'next/headers'
import { redirect } from 'next/navigation'
import { previewCookie } from '#app/(shop)/preview.ts'
import { cookieOptions } from '#lib/action.ts'
import { openPreview } from '#lib/services/preview-link.ts'

/** A preview link: lets this browser see the draft of one page, for as long as the link is good. */
export async function GET(request: Request): Promise<never> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const preview = await openPreview(token)
  if (!preview) redirect('/preview-ended')
  const { path, secondsLeft } = preview
  const draft = await draftMode()
  draft.enable()
  const jar = await cookies()
  jar.set(previewCookie(path), token, { ...cookieOptions, path, maxAge: secondsLeft })
  redirect(path as Route)
}
