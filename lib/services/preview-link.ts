import { openSignedValue, signValue } from '#lib/services/sign-value.ts'

const purpose = 'preview'

/** Where the shop shows the home page. */
export const homePath = '/'

/** Where the shop shows a listing. */
export function listingPath(slug: string): string {
  return `/p/${slug}`
}

/** The right to see the draft of what the shop shows at a path, as text that fits a URL and a cookie, for `seconds`. */
export function signPreview(path: string, seconds: number, from = Date.now()): Promise<string> {
  return signValue(purpose, `${path}~${Math.floor(from / 1000) + seconds}`)
}

/** Which path's draft the text lets one see and for how many seconds yet; undefined for one that ended or is not ours. */
export async function openPreview(
  text: string,
  at = Date.now(),
): Promise<{ path: string; secondsLeft: number } | undefined> {
  const [path, until] = (await openSignedValue(purpose, text))?.split('~') ?? []
  const secondsLeft = Number(until) - Math.floor(at / 1000)
  return path && secondsLeft > 0 ? { path, secondsLeft } : undefined
}

/** The address that opens a preview in a browser, good for `seconds`. */
export async function previewAddress(path: string, seconds: number): Promise<string> {
  return `/api/preview?token=${encodeURIComponent(await signPreview(path, seconds))}`
}
