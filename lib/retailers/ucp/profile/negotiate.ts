import { DomainError } from '#lib/domain/errors.ts'
import { type Capabilities, noCapabilities, type UcpRetailer } from '#lib/domain/retailer.ts'
import { isOutboundAddress, isOwnMachine } from '#lib/domain/retailer-address.ts'
import type { PaymentHandler } from '#lib/retailers/contract.ts'
import { platformCapabilities, version } from '#lib/retailers/ucp/platform.ts'
import type { Sends } from '#lib/retailers/ucp/request.ts'
import type { Profile, WireHandler } from './shape.ts'

/** What this site and a retailer have in common. */
export type Negotiated = {
  /** The base URL of its REST service, without a slash at the end. */
  endpoint: string
  capabilities: Capabilities
  payment?: PaymentHandler
  sends: Sends
}

/**
 * Where a retailer's profile of our version is, when the one it serves at `address` is of another; undefined where it
 * serves ours. Throws `retailer_refused` for one that is not on the internet though the first is.
 */
export function olderProfile(profile: Profile, address: string): string | undefined {
  const older = profile.version === version ? undefined : profile.supported_versions[version]
  if (older) checkReach(older, address)
  return older
}

const isPublic = (address: string) => isOutboundAddress(address) && !isOwnMachine(address)

/** A retailer out there may not send this server's requests to where only this server can go. */
function checkReach(target: string, address: string): void {
  if (isPublic(address) && !isPublic(target)) throw refused('address not on the internet')
}

function refused(reason: string): DomainError {
  const cause = Object.assign(new Error(reason), { name: 'NothingInCommon' })
  return new DomainError('retailer_refused', { cause })
}

function endpointOf(profile: Profile, address: string): string {
  const rest = (profile.services['dev.ucp.shopping'] ?? []).filter(
    service => service.transport === 'rest' && service.endpoint !== undefined,
  )
  const service = rest.find(each => each.version === version) ?? (profile.version === version && rest[0])
  if (!service || service.endpoint === undefined) throw refused(`no REST service of version ${version}`)
  // A profile that came over TLS must not send buyers' data elsewhere in the clear.
  if (address.startsWith('https:') && !service.endpoint.startsWith('https:'))
    throw refused('endpoint not https')
  checkReach(service.endpoint, address)
  return service.endpoint.replace(/\/$/, '')
}

/** The names both sides offer. An extension counts only with one of the capabilities it extends (overview, intersection). */
function commonNames(profile: Profile): Set<string> {
  const offered = Object.entries(profile.capabilities).filter(
    ([name, entries]) => name in platformCapabilities && entries.length > 0,
  )
  const names = new Set(offered.map(([name]) => name))
  for (let before = -1; before !== names.size; ) {
    before = names.size
    for (const [name, entries] of offered) {
      const parents = entries.flatMap(entry => entry.extends)
      if (parents.length > 0 && !parents.some(parent => names.has(parent))) names.delete(name)
    }
  }
  return names
}

function capabilitiesOf(names: Set<string>, retailer: UcpRetailer): Capabilities {
  const sells = names.has('dev.ucp.shopping.checkout')
  const offered: Capabilities = {
    ...noCapabilities,
    lookup: names.has('dev.ucp.shopping.catalog.lookup'),
    quote: sells,
    // The protocol knows no stock lock: a retailer without one finds out when it sells.
    reserve: names.has('com.sandbox.stock_hold') ? 'native' : 'at_place',
    place: sells,
    cancel: names.has('com.sandbox.order_cancel'),
    status: names.has('dev.ucp.shopping.order') ? 'poll' : 'none',
    loyalty: retailer.loyalty !== undefined,
    discountCodes: names.has('dev.ucp.shopping.discount'),
    consent: names.has('dev.ucp.shopping.buyer_consent'),
  }
  return { ...offered, ...retailer.capabilities }
}

function takesCards({ available_instruments: instruments }: WireHandler): boolean {
  return instruments === undefined || instruments.some(({ type }) => type === 'card')
}

/** The handler that the row names, or the first that takes cards from a browser; what the row says goes before. */
function paymentOf(profile: Profile, { payment: own }: UcpRetailer): PaymentHandler | undefined {
  const handlers = Object.values(profile.payment_handlers).flat().filter(takesCards)
  const addressOf = ({ config }: WireHandler) =>
    typeof config.tokenize_url === 'string' && URL.canParse(config.tokenize_url)
      ? config.tokenize_url
      : undefined
  const chosen = own?.handlerId
    ? handlers.find(handler => handler.id === own.handlerId)
    : (handlers.find(addressOf) ?? handlers[0])
  const handlerId = own?.handlerId ?? chosen?.id
  return handlerId === undefined
    ? undefined
    : { handlerId, tokenizeUrl: own?.tokenizeUrl ?? (chosen && addressOf(chosen)) }
}

/**
 * What can be done with a retailer: what its profile offers and this site can use, with what its row says instead.
 * `address` is where the profile was found. Throws `retailer_refused` where it has no REST service of our version.
 */
export function negotiate(retailer: UcpRetailer, profile: Profile, address: string): Negotiated {
  const names = commonNames(profile)
  const capabilities = capabilitiesOf(names, retailer)
  return {
    endpoint: endpointOf(profile, address),
    capabilities,
    payment: paymentOf(profile, retailer),
    sends: {
      fulfilment: names.has('dev.ucp.shopping.fulfillment'),
      discounts: capabilities.discountCodes,
      consent: capabilities.consent,
      memberId: names.has('com.sandbox.loyalty'),
    },
  }
}
