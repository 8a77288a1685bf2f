import { commit, replacement } from '#lib/local/sandbox/store.ts'
import { type Session, sessionsOf } from './session.ts'
import { type Business, sessionById } from './sessions.ts'

async function setProblem({ shop }: Business, id: string, problem: Session['problem']): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const session = await sessionById(shop.id, id)
    if (session.status !== 'open') return
    const next = { ...session, problem }
    if ((await commit([replacement(sessionsOf(shop.id), id, session, next)])) === undefined) return
  }
}

/** From now on the session asks for the buyer on the retailer's own page. */
export const escalate = (business: Business, id: string) => setProblem(business, id, 'escalation')

/** The buyer has confirmed on the retailer's page: the platform may complete. */
export const confirm = (business: Business, id: string) => setProblem(business, id, undefined)
