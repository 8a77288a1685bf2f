import { commit, replacement } from '#lib/local/sandbox/store.ts'
import { type Session, sessionsOf } from './session.ts'
import { type Business, sessionById } from './sessions.ts'

async function change({ shop }: Business, id: string, changes: Partial<Session>): Promise<Session> {
  for (let attempt = 1; ; attempt++) {
    const session = await sessionById(shop.id, id)
    if (session.status !== 'open' || attempt === 5) return session
    const next = { ...session, ...changes }
    if ((await commit([replacement(sessionsOf(shop.id), id, session, next)])) === undefined) return next
  }
}

/** From now on the session asks for the buyer on the retailer's own page. */
export async function escalate(business: Business, id: string, platform?: string): Promise<void> {
  const { confirmedAt } = await sessionById(business.shop.id, id)
  if (!confirmedAt) await change(business, id, { problem: 'escalation', platform })
}

/** The buyer has confirmed on the retailer's page: the platform may complete. */
export const confirm = (business: Business, id: string): Promise<Session> =>
  change(business, id, { problem: undefined, confirmedAt: new Date().toISOString() })

/**
 * The order's page at the platform, where the buyer goes on: only at the origin of the profile that the platform
 * named itself by, so that nobody can send the buyer elsewhere from here.
 */
export function wayBack({ platform, attribution }: Session): string | undefined {
  const page = attribution?.platform_order_url
  if (!platform || !page || !URL.canParse(page)) return undefined
  return new URL(page).origin === new URL(platform).origin ? page : undefined
}
