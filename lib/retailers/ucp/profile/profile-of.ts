import type { UcpRetailer } from '#lib/domain/retailer.ts'
import type { Message } from '#lib/retailers/ucp/signatures/message.ts'
import { statedKeyIds, type Verified, verify } from '#lib/retailers/ucp/signatures/verify.ts'
import { fetchProfile, refetchProfile } from './fetch-profile.ts'
import { type Negotiated, negotiate, olderProfile } from './negotiate.ts'

const wellKnown = '/.well-known/ucp'

/** Where a retailer's profile is: the address in its row, or the usual place on that site. */
export function profileAddress({ endpoint }: Pick<UcpRetailer, 'endpoint'>): string {
  const { pathname } = new URL(endpoint)
  return pathname === '/' ? new URL(wellKnown, endpoint).href : endpoint
}

/**
 * What this site and a retailer have in common, by the retailer's profile as it is now. Throws
 * `retailer_unreachable` where there is no profile to be had, `retailer_refused` where it offers nothing we speak.
 */
export async function profileOf(retailer: UcpRetailer): Promise<Negotiated> {
  const address = profileAddress(retailer)
  const current = await fetchProfile(address)
  const older = olderProfile(current, address)
  const profile = older ? await fetchProfile(older) : current
  return negotiate(retailer, profile, address)
}

/**
 * Checks that a message was signed with a key that the profile at `address` publishes. A key that it does not know
 * makes it look again, so that keys can change while messages are under way. Throws `signature_invalid`, or
 * `retailer_unreachable` where there is no profile to be had.
 */
export async function verifySigner(
  address: string,
  message: Message,
  limits: { now?: Date; maxAge?: number } = {},
): Promise<Verified> {
  const { keys } = await fetchProfile(address)
  const isKnown = statedKeyIds(message).some(id => keys.some(({ kid }) => kid === id))
  return verify(message, isKnown ? keys : (await refetchProfile(address)).keys, limits)
}
