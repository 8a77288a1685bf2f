import type { Retailer } from '#lib/domain/retailer.ts'

/**
 * Whether `address` is a page of the retailer's own: at its endpoint's origin or one that its registry row names. An
 * origin holds the scheme, so `https` is never left for `http`, and nothing but these two passes.
 */
export function isRetailersPage(
  address: string,
  { endpoint, pageOrigins = [] }: Pick<Retailer, 'endpoint' | 'pageOrigins'>,
): boolean {
  if (!URL.canParse(address)) return false
  const { origin, protocol, username } = new URL(address)
  if (username !== '' || (protocol !== 'https:' && protocol !== 'http:')) return false
  return [endpoint, ...pageOrigins].some(own => new URL(own).origin === origin)
}

/** `address` where it is one of the web, for links to others such as carriers; undefined for `javascript:` and the like. */
export function webAddress(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  return /^https?:$/.test(new URL(address).protocol) ? address : undefined
}
