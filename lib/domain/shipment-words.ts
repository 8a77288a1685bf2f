import type { Adjustment, ParcelEventType } from '#lib/domain/after-sale.ts'
import { type Delivery, deliveryOf, type LineProgress } from '#lib/domain/shipments.ts'

const parcelWords: Record<ParcelEventType, string> = {
  processing: 'Being packed',
  shipped: 'Sent',
  in_transit: 'On its way',
  failed_attempt: 'Could not be handed over yet',
  delivered: 'Delivered',
  undeliverable: 'Could not be delivered',
  returned_to_sender: 'Went back to the shop',
  canceled: 'Not sent',
}

/** How far a parcel is, in a few words. */
export function shipmentWords(state: ParcelEventType): string {
  return parcelWords[state]
}

/** How far a line is: `2 of 3 shipped`; empty while nothing has happened to it. */
export function lineWords({ ordered, current, shipped, delivered }: LineProgress): string[] {
  const gone = ordered - current
  const words: string[] = []
  if (current > 0 && delivered >= current) words.push('Delivered')
  else if (delivered > 0) words.push(`${delivered} of ${current} delivered`)
  else if (current > 0 && shipped >= current) words.push('Shipped')
  else if (shipped > 0) words.push(`${shipped} of ${current} shipped`)
  if (gone > 0) words.push(current === 0 ? 'Cancelled' : `${gone} of ${ordered} cancelled or returned`)
  return words
}

/** What money back is called: whether it is on its way or done, and why. */
export function refundWords({ status, type, description }: Adjustment): string {
  const what =
    type === 'return' ? 'for what you returned' : type === 'cancellation' ? 'for what was cancelled' : ''
  const state = status === 'completed' ? 'Given back' : 'Being given back'
  return [state, what].filter(Boolean).join(' ') + (description ? `: ${description}` : '')
}

type Words = { title: string; text: string }

/** What the delivery of a confirmed order comes to for the shopper; undefined while nothing was sent. */
export function deliveryWords(
  afterSale: Parameters<typeof deliveryOf>[0],
  retailer: string,
): (Words & { badge: string }) | undefined {
  const words: Record<Exclude<Delivery, 'none'>, Words & { badge: string }> = {
    part_shipped: {
      title: `${retailer} has sent part of your order`,
      text: 'The rest follows. Each parcel is below.',
      badge: 'Partly shipped',
    },
    shipped: {
      title: `${retailer} has sent your order`,
      text: 'It is on its way to you. We mail you when it has arrived.',
      badge: 'Shipped',
    },
    part_delivered: {
      title: 'Part of your order has arrived',
      text: 'The rest follows. Each parcel is below.',
      badge: 'Partly delivered',
    },
    delivered: {
      title: 'Your order has arrived',
      text: `If something is missing or broken, ask ${retailer}: it sold you this.`,
      badge: 'Delivered',
    },
  }
  const delivery = deliveryOf(afterSale)
  return delivery === 'none' ? undefined : words[delivery]
}
