import { messageFor } from '#lib/domain/messages.ts'
import type { OrderStatus } from '#lib/domain/order.ts'
import { deliveryWords } from '#lib/domain/shipment-words.ts'

export type OrderWords = { title: string; text: string; tone: 'info' | 'good' | 'warn' | 'bad' }

const noCharge = 'Nothing was charged.'

/**
 * What an order's state means for the shopper: plainly, and never more certain than it is. `isPart`: the basket became
 * other orders too, each charged for itself.
 */
export function orderWords(
  {
    state,
    reason,
    cancelRequestedAt,
    afterSale,
  }: Pick<OrderStatus, 'state' | 'reason' | 'cancelRequestedAt' | 'afterSale'>,
  retailer: string,
  isPart = false,
): OrderWords {
  switch (state) {
    case 'submitted':
    case 'processing':
      return {
        title: `Placing your order with ${retailer}`,
        text: 'This takes a few seconds. You need not wait here: we mail you how it ends.',
        tone: 'info',
      }
    case 'awaiting_shopper':
      return {
        title: `${retailer} needs one more step from you`,
        text: `Please confirm your order on ${retailer}’s own page. You come back here afterwards. Nothing is charged until then.`,
        tone: 'warn',
      }
    case 'confirmed': {
      if (cancelRequestedAt) {
        return {
          title: `Asking ${retailer} to cancel`,
          text: 'It can cancel until it sends your order. Its answer shows here.',
          tone: 'info',
        }
      }
      const delivery = deliveryWords(afterSale, retailer)
      if (delivery) return { title: delivery.title, text: delivery.text, tone: 'good' }
      return {
        title: `${retailer} has your order`,
        text: 'It sells, ships and bills. We mailed you the details.',
        tone: 'good',
      }
    }
    case 'failed': {
      const why = reason ? messageFor(reason).replace(noCharge, '').trim() : ''
      return {
        title: 'This order did not go through',
        text: `${why} ${isPart ? 'Nothing was charged for this part.' : noCharge}`.trim(),
        tone: 'bad',
      }
    }
    case 'cancelled':
      return {
        title: 'This order was cancelled',
        text: `${retailer} will not send it and gives your money back. Banks take a few days to show that.`,
        tone: 'warn',
      }
    case 'unknown':
    case 'needs_attention':
      if (reason === 'cancel_unsettled') {
        return {
          title: `We are checking with ${retailer}`,
          text: `${retailer} has not told us whether it cancelled your order. Please do not order again: we are finding out and will mail you.`,
          tone: 'warn',
        }
      }
      return {
        title: `We are checking with ${retailer}`,
        text: `${retailer} has not told us clearly whether it has your order. Please do not order again: we are finding out and will mail you.`,
        tone: 'warn',
      }
  }
}
