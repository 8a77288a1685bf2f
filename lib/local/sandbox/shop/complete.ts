import { randomInt } from 'node:crypto'
import { ulid } from 'ulid'
import type { HttpAnswer } from '#lib/local/sandbox/http.ts'
import { keeping, kept } from '#lib/local/sandbox/replay.ts'
import {
  commit,
  creation,
  list,
  overwrite,
  removal,
  replacement,
  type Write,
} from '#lib/local/sandbox/store.ts'
import { charge, refund } from './charge.ts'
import { keepHold, linesOf, newHold, releaseHold } from './holds.ts'
import type { ShopOrder } from './orders.ts'
import { isCompletable, present } from './present.ts'
import { priced } from './price.ts'
import { problem } from './protocol.ts'
import { lookAt } from './reports.ts'
import { holdsOf, ordersOf, pendingOf, referencesOf, type Session, sessionsOf } from './session.ts'
import { type Business, holdOf, inStock, isExpired, sameLines, sessionById, soldOut } from './sessions.ts'

/*
 * Completing has three parts, each one transaction or one call that can be repeated: begin (the session is marked
 * and its stock taken), charge, finish (order, hold and session together). A process killed in between leaves the
 * session in progress; the next complete, or `resume` after the restart, carries on with the same charge.
 */

const attemptMilliseconds = 10_000
const waitMilliseconds = 12_000
/** A platform is given the time to take the answer in. */
const firstReportAfter = 5000
const heldWhileCompleting = 3_600_000

type Request = {
  key?: string
  hash: string
  token: string
  attribution?: Record<string, string>
  /** The profile of the platform that asks. */
  platform?: string
}
type Begun = { session: Session; token: string }

/** Sells a session: 200 and the completed session, 402 or 200 when the card is declined, 409 when it cannot be. */
export async function complete(business: Business, id: string, request: Request): Promise<HttpAnswer> {
  const { shop, base } = business
  const until = Date.now() + waitMilliseconds
  do {
    const earlier = request.key && (await kept(shop.id, request.key, request.hash))
    if (earlier) return earlier
    const session = await sessionById(shop.id, id)
    if (session.status === 'completed') return { status: 200, body: present(shop, base, session) }
    if (session.status === 'canceled') {
      return problem(409, { code: 'already_canceled', content: 'This session is cancelled.' })
    }
    const started = await begin(business, session, request)
    if (started && 'answer' in started) return started.answer
    if (started) return finish(business, started, request)
    await new Promise(resolve => setTimeout(resolve, 40))
  } while (Date.now() < until)
  return problem(409, { code: 'in_progress', content: 'This session is being completed.' })
}

/** Undefined: someone else is at it, or got there first. */
async function begin(
  business: Business,
  session: Session,
  request: Request,
): Promise<Begun | { answer: HttpAnswer } | undefined> {
  const { shop, base } = business
  const now = Date.now()
  if (session.status === 'in_progress') {
    if (!session.attempt || session.attempt.until > now) return undefined
    return mark(business, session, session.attempt.token, [], session.hold)
  }
  if (isExpired(session)) {
    return { answer: problem(409, { code: 'session_expired', content: 'These prices have run out.' }) }
  }
  if (!isCompletable(shop, session)) {
    return { answer: { status: 200, body: present(shop, base, session) } }
  }
  const lines = linesOf(session)
  const own = await holdOf(shop.id, session)
  const attribution = { ...session.attribution, ...request.attribution }
  const attributed = { ...session, attribution, platform: request.platform ?? session.platform }
  if (own && sameLines(own.lines, lines)) {
    const keep = keepHold(shop.id, own.id, now + heldWhileCompleting)
    return mark(business, attributed, request.token, [keep], session.hold)
  }
  if (!(await inStock(shop.id, lines))) return { answer: soldOut() }
  const { hold, writes } = newHold(shop.id, session.id, lines, now + heldWhileCompleting)
  const held = { id: hold.id, expiresAt: new Date(hold.until).toISOString(), isImplicit: true }
  return mark(business, attributed, request.token, writes, held)
}

async function mark(
  { shop }: Business,
  session: Session,
  token: string,
  writes: Write[],
  hold: Session['hold'],
): Promise<Begun | undefined> {
  const until = Date.now() + attemptMilliseconds
  mayBePending = true
  const next: Session = {
    ...session,
    status: 'in_progress',
    attempt: { until, token },
    hold,
    problem: undefined,
  }
  // Written first, so that no session can be in progress without being found after a crash.
  await overwrite(pendingOf(shop.id), session.id, { sessionId: session.id, until })
  const failed = await commit([replacement(sessionsOf(shop.id), session.id, session, next), ...writes])
  return failed === undefined ? { session: { ...next, version: session.version + 1 }, token } : undefined
}

async function finish(business: Business, { session, token }: Begun, request: Request): Promise<HttpAnswer> {
  const { shop, base } = business
  const { total } = priced(shop, session)
  const reference = session.attribution?.platform_order_id
  let charged: Awaited<ReturnType<typeof charge>>
  try {
    const confirmed = session.confirmedAt !== undefined
    const sale = {
      sessionId: session.id,
      token,
      amount: total,
      reference: reference ?? session.id,
      confirmed,
    }
    charged = await charge(shop.id, sale)
  } catch {
    return problem(503, { code: 'payment_unreachable', content: 'The payment service does not answer.' })
  }
  const chargeId = typeof charged === 'object' ? charged.id : undefined
  const obstacle = charged === 'confirm' ? 'escalation' : 'payment_failed'
  const { next, writes, order } = chargeId
    ? sold(business, session, chargeId)
    : unsold(shop.id, session, obstacle)
  const body = present(shop, base, { ...next, version: session.version + 1 })
  const answer: HttpAnswer = { status: order || charged === 'confirm' ? 200 : shop.declineStatus, body }
  const all = [
    replacement(sessionsOf(shop.id), session.id, session, next),
    ...writes,
    removal(pendingOf(shop.id), session.id),
  ]
  // The buyer's confirmation is asked for under the key that the sale is then made under.
  if (request.key && charged !== 'confirm') all.push(keeping(shop.id, request.key, request.hash, answer))
  if ((await commit(all)) === undefined) return answer
  // Another attempt took over and finished first with the same charge: its outcome stands.
  const now = await sessionById(shop.id, session.id)
  if (now.status === 'completed') return { status: 200, body: present(shop, base, now) }
  if (chargeId && now.status !== 'in_progress') await refund(shop.id, chargeId)
  return problem(409, { code: 'in_progress', content: 'This session is being completed.' })
}

function sold({ shop, settings }: Business, session: Session, chargeId: string) {
  const id = `${shop.initials.toLowerCase()}_${ulid().toLowerCase()}`
  const { totals, selected } = priced(shop, session)
  const reference = session.attribution?.platform_order_id
  const order: ShopOrder = {
    id,
    version: 1,
    label: `${shop.initials}-${randomInt(10_000_000, 100_000_000)}`,
    sessionId: session.id,
    reference,
    placedAt: new Date().toISOString(),
    lines: session.lines,
    totals,
    destination: session.destination ?? { id: 'home' },
    carrier: selected?.carrier ?? shop.name,
    chargeId,
    attribution: session.attribution,
    marketing: session.buyer?.consent?.marketing ?? false,
    shipAfterSeconds: settings().shipAfterSeconds,
    platform: session.platform,
  }
  const next: Session = {
    ...session,
    status: 'completed',
    attempt: undefined,
    hold: undefined,
    order: { id, label: order.label },
  }
  const writes = [creation(ordersOf(shop.id), id, order)]
  if (reference) writes.push(creation(referencesOf(shop.id), `${reference}#${id}`, { orderId: id }))
  if (shop.sendsWebhooks) writes.push(creation(...lookAt(shop.id, id, Date.now() + firstReportAfter)))
  if (session.hold) writes.push(removal(holdsOf(shop.id), session.hold.id))
  return { next, writes, order }
}

/** The session as it was before, its hold too, with what stands in the way. */
function unsold(shopId: string, session: Session, problem: Session['problem']) {
  const next: Session = { ...session, status: 'open', attempt: undefined, problem }
  const { hold } = session
  if (!hold) return { next, writes: [], order: undefined }
  if (!hold.isImplicit) {
    return { next, writes: [keepHold(shopId, hold.id, Date.parse(hold.expiresAt))], order: undefined }
  }
  next.hold = undefined
  return { next, writes: releaseHold(shopId, hold.id, linesOf(session)), order: undefined }
}

/** Whether something may be left in progress: after a start, until a look has found nothing. */
let mayBePending = true

/** Carries on with what a killed process, or a processor that did not answer, left in progress. */
export async function resume(business: Business): Promise<void> {
  if (!mayBePending) return
  mayBePending = false
  const pending = await list<{ sessionId: string; until: number }>(pendingOf(business.shop.id))
  if (pending.length > 0) mayBePending = true
  for (const { sessionId, until } of pending) {
    if (until > Date.now()) continue
    const session = await sessionById(business.shop.id, sessionId)
    if (session.status === 'in_progress' && session.attempt) {
      await complete(business, sessionId, { hash: '', token: session.attempt.token })
    } else {
      await commit([removal(pendingOf(business.shop.id), sessionId)])
    }
  }
}
