import { DomainError } from '#lib/domain/errors.ts'
import { shops } from '#lib/local/sandbox/shop/shops.ts'
import { cancelOrder } from '#lib/services/cancel-order.ts'
import { change } from './sandbox.ts'
import type { Purchase } from './shopper.ts'
import { later, note, runAs, stage } from './stage.ts'

/** In some cases the shopper will not want it after all, and the retailer ships at one pace or another. */
export async function changeMind(purchase: Purchase): Promise<void> {
  const { random } = stage()
  // Where the retailer takes no cancellations from us there is little to see.
  if (!random.chance(shops[purchase.shopId].cancelsForPlatforms ? 0.4 : 0.05)) return
  const shipAfterSeconds = random.pick([20, 300, 3600, 3600])
  note(`the shopper will cancel; the retailer ships after ${shipAfterSeconds} s`)
  await change(purchase.shopId, { shipAfterSeconds })
  purchase.isUnwanted = true
}

async function press({ orderId, visitorId }: Purchase): Promise<void> {
  if (!orderId) return
  try {
    await runAs('site', () => cancelOrder({ orderId, visitorId }))
    note('the shopper pressed cancel')
  } catch (error) {
    note(`cancel: ${error instanceof DomainError ? error.code : String(error)}`)
  }
}

/** Presses the button some calls from now, in the middle of whatever runs then. */
export function cancelLater(purchase: Purchase): void {
  if (purchase.isUnwanted) later(stage().random.below(60), () => press(purchase))
}

/** Presses the button now, and perhaps once more in another tab before the first has answered. */
export async function cancelNow(purchase: Purchase): Promise<void> {
  const { random } = stage()
  if (!purchase.isUnwanted) return
  if (random.chance(0.3)) later(random.below(4), () => press(purchase))
  await press(purchase)
}
