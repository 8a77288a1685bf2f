import { pack } from '#lib/data/compressed.ts'
import { orderItem } from '#lib/data/order-items.ts'
import type { AfterSale } from '#lib/domain/after-sale.ts'
import type { RetailerOrder } from '#lib/domain/order.ts'

/**
 * Keeps what is known of an order after its sale, as the edition after `afterSale.edition`, with the retailer's latest
 * word where it is one. False where someone else has written since it was read: then nothing is. One UpdateItem.
 */
export async function saveAfterSale(
  orderId: string,
  afterSale: AfterSale,
  latest?: { retailerOrder: RetailerOrder; payload: unknown },
): Promise<boolean> {
  const edition = afterSale.edition + 1
  const { rejected } = await orderItem
    .patch({ orderId })
    .set({
      afterSale: pack({ ...afterSale, edition }),
      afterSaleEdition: edition,
      updatedAt: new Date().toISOString(),
      ...(latest && { retailerOrder: latest.retailerOrder, payload: pack(latest.payload) }),
    })
    .where(({ afterSaleEdition }, { eq, notExists }) =>
      afterSale.edition === 0 ? notExists(afterSaleEdition) : eq(afterSaleEdition, afterSale.edition),
    )
    .go({ returnOnConditionCheckFailure: 'all_old' })
  return !rejected
}
