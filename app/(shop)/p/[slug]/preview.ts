import { cookies, draftMode, headers } from 'next/headers'
import { getPreview } from '#lib/services/get-preview.ts'

/** Holds a preview; each listing's own, by its path. */
export const previewCookie = 'preview'

/**
 * The draft that this browser may see in place of the product, and whether the page is shown inside another, as in
 * the studio. Outside draft mode nothing of the request is read, so that the page can be kept for everyone.
 */
export async function readPreview(slug: string) {
  const { isEnabled } = await draftMode()
  if (!isEnabled) return { draft: undefined, isFramed: false }
  const [jar, asked] = await Promise.all([cookies(), headers()])
  const draft = await getPreview(slug, jar.get(previewCookie)?.value)
  return { draft, isFramed: asked.get('sec-fetch-dest') === 'iframe' }
}
