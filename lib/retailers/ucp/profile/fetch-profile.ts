import { DomainError } from '#lib/domain/errors.ts'
import { readAtMost } from '#lib/retailers/ucp/read-at-most.ts'
import { lifetimeOf } from './freshness.ts'
import { type Profile, readProfile } from './shape.ts'

/** Milliseconds. */
const deadline = 3000
const retryAfter = 30_000
const staleFor = 24 * 3_600_000
/** Bytes. */
const largest = 256 * 1024
const mostKept = 200

type Kept = { profile: Profile; etag?: string; heardAt: number; freshUntil: number; staleUntil: number }

const kept = new Map<string, Kept>()
const underWay = new Map<string, Promise<Kept>>()

function keep(url: string, entry: Kept): Kept {
  kept.delete(url)
  kept.set(url, entry)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return entry
}

async function ask(url: string, known: Kept | undefined): Promise<Kept> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...(known?.etag && { 'if-none-match': known.etag }) },
    signal: AbortSignal.timeout(deadline),
    redirect: 'error',
    cache: 'no-store',
  })
  const now = Date.now()
  const times = {
    heardAt: now,
    freshUntil: now + lifetimeOf(response.headers),
    staleUntil: now + staleFor,
  }
  if (response.status === 304 && known) return { ...known, ...times }
  if (response.status !== 200) {
    throw Object.assign(new Error('no profile in the answer'), { status: response.status })
  }
  const profile = readProfile(JSON.parse(await readAtMost(response, largest)))
  return { profile, etag: response.headers.get('etag') ?? undefined, ...times }
}

/** Asks for the profile, once for all who want it at the same time; a known one stays good where the answer is bad. */
async function renew(url: string): Promise<Kept> {
  const known = kept.get(url)
  try {
    return keep(url, await ask(url, known))
  } catch (cause) {
    const now = Date.now()
    if (!known || known.staleUntil < now) throw new DomainError('retailer_unreachable', { cause })
    return keep(url, { ...known, heardAt: now, freshUntil: now + retryAfter })
  }
}

function renewOnce(url: string): Promise<Kept> {
  const running = underWay.get(url) ?? renew(url).finally(() => underWay.delete(url))
  underWay.set(url, running)
  return running
}

/**
 * The profile at an address, kept in this process as its `Cache-Control` allows (RFC 9111), asked for again by its
 * `ETag`, and used for up to a day past that while its server does not answer. Throws `retailer_unreachable` where
 * there is none to be had.
 */
export async function fetchProfile(url: string): Promise<Profile> {
  const known = kept.get(url)
  if (known && Date.now() < known.freshUntil) return known.profile
  return (await renewOnce(url)).profile
}

/**
 * The profile asked for anew although it is fresh, since it lacks a key that someone has signed with: keys change
 * without notice. At most every half minute, so that nobody can make us ask by making up key ids.
 */
export async function refetchProfile(url: string): Promise<Profile> {
  const known = kept.get(url)
  if (known && Date.now() < known.heardAt + retryAfter) return known.profile
  return (await renewOnce(url)).profile
}

/**
 * The profile as its server says it at this moment, whatever is kept; kept from now on. Throws what stood in the way as
 * it is, for telling a person.
 */
export async function hearProfile(url: string): Promise<Profile> {
  return keep(url, await ask(url, undefined)).profile
}

/** When this process last heard of a profile that it keeps: milliseconds, or undefined. */
export function profileHeardAt(url: string): number | undefined {
  return kept.get(url)?.heardAt
}

/** Forgets every profile, as a process does that starts. */
export function forgetProfiles(): void {
  kept.clear()
}
