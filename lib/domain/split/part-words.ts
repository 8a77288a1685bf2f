import type { OrderStatus } from '#lib/domain/order.ts'
import { orderWords } from '#lib/domain/order-words.ts'

const stands = 'The rest of your purchase is not affected.'

/** How one order of a purchase in several stands, beside another of them. */
export function partWords(
  { state, reason, cancelRequestedAt }: Pick<OrderStatus, 'state' | 'reason' | 'cancelRequestedAt'>,
  retailer: string,
): string {
  switch (state) {
    case 'submitted':
    case 'processing':
      return `This part is being placed with ${retailer}.`
    case 'awaiting_shopper':
      return `${retailer} needs one more step from you: see this part’s own page. ${stands}`
    case 'confirmed':
      return cancelRequestedAt
        ? `${retailer} is being asked to cancel this part.`
        : `${retailer} has this part. It comes whatever becomes of the rest.`
    case 'failed':
      return `This part did not go through. ${orderWords({ state, reason }, retailer, true).text} ${stands}`
    case 'cancelled':
      return `${retailer} cancelled this part and gives its money back. ${stands}`
    case 'unknown':
    case 'needs_attention':
      return `We are checking with ${retailer} whether it has this part. Please do not order it again. ${stands}`
  }
}
