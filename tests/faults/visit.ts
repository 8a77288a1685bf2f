import { confirm } from '#lib/local/sandbox/shop/escalate.ts'
import { cancelSession } from '#lib/local/sandbox/shop/sessions.ts'
import { commit } from '#lib/local/sandbox/store.ts'
import { advance } from './clock.ts'
import { asBusiness, businessOf } from './sandbox.ts'
import type { Purchase } from './shopper.ts'
import { note, stage } from './stage.ts'

const minute = 60_000

/**
 * What a shopper does while the retailer wants them on its page: time passes at each look of the purchase, and sooner
 * or later they confirm, say no, or stay away.
 */
export function visitRetailer({ shopId, quote }: Purchase): () => Promise<void> {
  const { random } = stage()
  const intent = random.pick(['confirms', 'confirms', 'confirms', 'says no', 'stays away'] as const)
  const business = businessOf(shopId)
  return async () => {
    advance(random.pick([8000, minute, 3 * minute, 9 * minute]))
    if (intent === 'stays away' || random.chance(0.6)) return
    note(`the shopper ${intent} on the retailer’s page`)
    // A page that does not load is tried again at the next look.
    await asBusiness(shopId, async () => {
      if (intent === 'confirms') await confirm(business, quote.sessionId)
      else await commit((await cancelSession(business, quote.sessionId)).writes)
    }).catch(() => undefined)
  }
}
