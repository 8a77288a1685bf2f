import { openSignedValue, signValue } from '#lib/services/sign-value.ts'

const purpose = 'preview'

/** The right to see a listing's draft, as text that fits a URL and a cookie, for `seconds`. */
export function signPreview(slug: string, seconds: number, from = Date.now()): Promise<string> {
  return signValue(purpose, `${slug}~${Math.floor(from / 1000) + seconds}`)
}

/** Whose draft the text lets one see and for how many seconds yet; undefined for one that ended or is not ours. */
export async function openPreview(
  text: string,
  at = Date.now(),
): Promise<{ slug: string; secondsLeft: number } | undefined> {
  const [slug, until] = (await openSignedValue(purpose, text))?.split('~') ?? []
  const secondsLeft = Number(until) - Math.floor(at / 1000)
  return slug && secondsLeft > 0 ? { slug, secondsLeft } : undefined
}
