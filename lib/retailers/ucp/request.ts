import { config } from '#lib/config.ts'
import type { Address, Contact, Destination } from '#lib/domain/address.ts'
import type { Consents } from '#lib/domain/consent.ts'
import type { RetailerItem } from '#lib/retailers/contract.ts'
import { splitOption } from './fulfilment.ts'
import type { WireCheckout } from './shapes.ts'

/** Which parts of a session the retailer understands: the extensions it has in common with us. */
export type Sends = { fulfilment: boolean; discounts: boolean; consent: boolean; memberId: boolean }

/** All that a session is made of. A write replaces the whole, so every write is built from all of it. */
export type Draft = {
  sends: Sends
  items: RetailerItem[]
  currency: string
  destination: Destination & Partial<Address>
  loyalty?: { claim: string; memberId: string }
  discountCode?: string
  contact?: Contact
  consents?: Consents
  optionId?: string
  reference?: string
}

const destinationId = 'home'

function destinationOf({ destination, contact }: Draft) {
  return {
    id: destinationId,
    address_country: destination.country,
    address_region: destination.region,
    postal_code: destination.postalCode,
    ...(destination.street && {
      street_address: destination.street,
      ...(destination.extra && { extended_address: destination.extra }),
      address_locality: destination.city,
      first_name: destination.firstName,
      last_name: destination.lastName,
      ...(contact?.phone && { phone_number: contact.phone }),
    }),
  }
}

function buyerOf({ contact, destination, consents, sends }: Draft) {
  return (
    contact && {
      email: contact.email,
      ...(contact.phone && { phone_number: contact.phone }),
      first_name: destination.firstName,
      last_name: destination.lastName,
      // The retailer is told only of what was agreed with the retailer (buyer_consent.json).
      ...(sends.consent && { consent: { marketing: consents?.retailer_marketing ?? false } }),
    }
  )
}

/** By which the retailer knows our order, and where it may send the shopper back to. */
function attributionOf(reference: string) {
  return { platform_order_id: reference, platform_order_url: `${config.SITE_URL}/orders/${reference}` }
}

function fulfilmentOf(draft: Draft, session: WireCheckout | undefined) {
  const { optionId } = draft
  const method = session?.fulfillment?.methods[0]
  const chosen = optionId === undefined ? [] : splitOption(optionId)
  return {
    methods: [
      {
        ...(method?.id && { id: method.id }),
        type: 'shipping' as const,
        ...(session && { line_item_ids: session.line_items.map(known => known.id) }),
        destinations: [destinationOf(draft)],
        selected_destination_id: destinationId,
        ...(method &&
          optionId !== undefined && {
            groups: method.groups.map((group, index) => ({
              id: group.id,
              selected_option_id: chosen[index] ?? null,
            })),
          }),
      },
    ],
  }
}

/**
 * The body of a create (no `session`) or of an update of `session`, whose line, method and group ids it repeats.
 * Never holds `id`, `ucp` or totals: those are the retailer's to say. The loyalty claim goes into
 * `context.eligibility`, which must not identify anyone; the member's number goes beside it in the vendor
 * field `com.sandbox.loyalty`. Our order id travels in `attribution`, which the order repeats.
 */
export function sessionBody(draft: Draft, session?: WireCheckout) {
  const { items, destination, currency, loyalty, discountCode, reference, sends } = draft
  const line = (item: RetailerItem) => session?.line_items.find(known => known.item.id === item.retailerSku)
  const buyer = buyerOf(draft)
  return {
    line_items: items.map(item => {
      const known = line(item)
      return { ...(known && { id: known.id }), item: { id: item.retailerSku }, quantity: item.quantity }
    }),
    context: {
      address_country: destination.country,
      address_region: destination.region,
      postal_code: destination.postalCode,
      language: 'en-US',
      currency,
      ...(loyalty && { eligibility: [loyalty.claim] }),
    },
    ...(loyalty && sends.memberId && { 'com.sandbox.loyalty': { member_id: loyalty.memberId } }),
    ...(buyer && { buyer }),
    ...(reference && { attribution: attributionOf(reference) }),
    ...(sends.discounts && discountCode && { discounts: { codes: [discountCode] } }),
    ...(sends.fulfilment && { fulfillment: fulfilmentOf(draft, session) }),
  }
}

/** The body of `complete`: the same for the same input, so that a repeat is the identical body. */
export function completeBody(purchase: { reference: string; payment: { token: string; handlerId: string } }) {
  return {
    payment: {
      instruments: [
        {
          id: 'card',
          handler_id: purchase.payment.handlerId,
          type: 'card',
          selected: true,
          credential: { type: 'token', token: purchase.payment.token },
        },
      ],
    },
    attribution: attributionOf(purchase.reference),
  }
}
