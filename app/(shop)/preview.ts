import { cookies, draftMode, headers } from 'next/headers'

/** The cookie that holds a preview of a path: a listing's lies on its path; the home page's is sent everywhere. */
export function previewCookie(path: string): string {
  return path === '/' ? 'preview-home' : 'preview'
}

/**
 * The draft that this browser may see at a path, as `open` finds it, and whether the page is shown inside another, as
 * in the studio. Outside draft mode nothing of the request is read, so that the page can be kept for everyone.
 */
export async function readPreview<Draft>(
  path: string,
  open: (held: string | undefined) => Promise<Draft | undefined>,
) {
  const { isEnabled } = await draftMode()
  if (!isEnabled) return { draft: undefined, isFramed: false }
  const [jar, asked] = await Promise.all([cookies(), headers()])
  const draft = await open(jar.get(previewCookie(path))?.value)
  return { draft, isFramed: asked.get('sec-fetch-dest') === 'iframe' }
}
