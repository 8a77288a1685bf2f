import type { Order } from '#lib/domain/order.ts'
import { countWords, listWords } from '#lib/domain/split/count-words.ts'

/** That an order is one of several that one basket became, and what that means; empty for one that stands alone. */
export function partOfPurchase({ otherParts = [], state }: Pick<Order, 'otherParts' | 'state'>): string[] {
  if (otherParts.length === 0) return []
  const others = listWords(otherParts.map(part => part.retailerName))
  const what = `This is one of ${countWords(otherParts.length + 1)} orders from one purchase.`
  return [
    state === 'confirmed'
      ? `${what} ${others} sends the rest, with a mail and a charge of its own.`
      : `${what} What you ordered from ${others} is not affected: you get a mail of its own about it.`,
  ]
}
