import { ulid } from 'ulid'
import type { HttpAnswer } from '#lib/local/sandbox/http.ts'
import type { Effect } from '#lib/local/sandbox/replay.ts'
import { creation, get, replacement, type Write } from '#lib/local/sandbox/store.ts'
import { linesOf, newHold, releaseHold, stockFor, sweepHolds } from './holds.ts'
import type { CheckoutInput } from './input.ts'
import { present } from './present.ts'
import { problem, refuse } from './protocol.ts'
import { type Hold, holdsOf, type Session, type SessionLine, sessionsOf } from './session.ts'
import type { Shop } from './shops.ts'

/** What a retailer's process knows besides its table. Seconds and cents. */
export type Business = {
  shop: Shop
  /** Its own address, without a slash at the end. */
  base: string
  settings: () => { surcharge: number; holdSeconds: number; sessionSeconds: number; shipAfterSeconds: number }
}

const keptSeconds = 7 * 24 * 3600

/** Throws 404 where there is no such session. */
export async function sessionById(shopId: string, id: string): Promise<Session> {
  const session = await get<Session>(sessionsOf(shopId), id)
  return session ?? refuse(404, 'not_found', 'There is no such checkout session.')
}

/** Throws 409 unless the session can still be changed. */
function mustBeOpen(session: Session): void {
  if (session.status === 'completed') refuse(409, 'already_completed', 'This session is completed.')
  if (session.status === 'canceled') refuse(409, 'already_canceled', 'This session is cancelled.')
  if (session.status === 'in_progress') refuse(409, 'in_progress', 'This session is being completed.')
  if (isExpired(session)) refuse(409, 'session_expired', 'These prices have run out. Start again.')
}

export const isExpired = (session: Session) => Date.parse(session.expiresAt) <= Date.now()

/** The hold a session has, undefined when it has lapsed. */
export async function holdOf(shopId: string, session: Session): Promise<Hold | undefined> {
  if (!session.hold) return undefined
  const hold = await get<Hold>(holdsOf(shopId), session.hold.id)
  return hold && hold.until > Date.now() ? hold : undefined
}

async function fill(shop: Shop, input: CheckoutInput, before: readonly SessionLine[], own: Hold | undefined) {
  const wanted = new Map<string, number>()
  for (const { item, quantity } of input.line_items) {
    wanted.set(item.id, (wanted.get(item.id) ?? 0) + quantity)
  }
  const stock = await stockFor(shop.id, [...wanted.keys()])
  const lines: SessionLine[] = []
  const missing: string[] = []
  for (const [sku, requested] of wanted) {
    const item = stock.get(sku)
    const held = own?.lines.find(line => line.sku === sku)?.quantity ?? 0
    const quantity = Math.min(requested, (item?.available ?? 0) + held)
    if (!item || quantity === 0) {
      missing.push(item?.title ?? `article ${sku}`)
      continue
    }
    const price = before.find(line => line.sku === sku)?.price ?? item.price
    lines.push({ id: `li_${sku}`, sku, title: item.title, price, requested, quantity })
  }
  return { lines, missing }
}

function rest(input: CheckoutInput) {
  const method = input.fulfillment?.methods[0]
  return {
    destination: method?.destinations?.[0],
    optionId: method?.groups?.[0]?.selected_option_id ?? undefined,
    eligibility: input.context?.eligibility ?? [],
    memberId: input['com.sandbox.loyalty']?.member_id,
    codes: input.discounts?.codes,
    buyer: input.buyer,
    attribution: input.attribution,
  }
}

function checkOption(shop: Shop, optionId: string | undefined): void {
  if (optionId !== undefined && !shop.deliveries.some(delivery => delivery.id === optionId)) {
    const at = '$.fulfillment.methods[0].groups[0].selected_option_id'
    refuse(422, 'invalid_option', 'There is no such way of delivery.', at)
  }
}

const nothingLeft = (input: CheckoutInput): HttpAnswer =>
  problem(
    422,
    ...input.line_items.map((_, index) => ({
      code: 'item_unavailable',
      content: 'We do not have this article.',
      path: `$.line_items[${index}]`,
    })),
  )

/** Opens a session for what is in stock of the articles asked for. */
export async function createSession(
  { shop, base, settings }: Business,
  input: CheckoutInput,
): Promise<Effect> {
  const { optionId, ...others } = rest(input)
  checkOption(shop, optionId)
  const filled = await fill(shop, input, [], undefined)
  if (filled.lines.length === 0) return { answer: nothingLeft(input), writes: [] }
  const now = Date.now()
  const session: Session = {
    id: `ses_${ulid().toLowerCase()}`,
    version: 1,
    status: 'open',
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + settings().sessionSeconds * 1000).toISOString(),
    ...filled,
    ...others,
    optionId,
    surcharge: 0,
    expires: Math.floor(now / 1000) + keptSeconds,
  }
  return {
    answer: { status: 201, body: present(shop, base, session) },
    writes: [creation(sessionsOf(shop.id), session.id, session)],
  }
}

/** Replaces all of a session. A hold that no longer fits its lines is let go. */
export async function updateSession(
  { shop, base, settings }: Business,
  id: string,
  input: CheckoutInput,
): Promise<Effect> {
  const before = await sessionById(shop.id, id)
  mustBeOpen(before)
  const { optionId, ...others } = rest(input)
  checkOption(shop, optionId)
  const own = await holdOf(shop.id, before)
  const filled = await fill(shop, input, before.lines, own)
  if (filled.lines.length === 0) return { answer: nothingLeft(input), writes: [] }
  const { surcharge } = settings()
  const next: Session = { ...before, ...filled, ...others, optionId, surcharge, problem: undefined }
  const fits = own && sameLines(own.lines, linesOf(next))
  if (!fits) next.hold = undefined
  const writes: Write[] = [replacement(sessionsOf(shop.id), id, before, next)]
  if (own && !fits) writes.push(...releaseHold(shop.id, own.id, own.lines))
  return { answer: { status: 200, body: present(shop, base, next) }, writes }
}

/** True when both are the same articles in the same numbers. */
export function sameLines(a: Hold['lines'], b: Hold['lines']): boolean {
  const text = (lines: Hold['lines']) =>
    lines
      .map(line => `${line.sku}×${line.quantity}`)
      .toSorted()
      .join()
  return text(a) === text(b)
}

/** Ends a session and lets its hold go. */
export async function cancelSession({ shop, base }: Business, id: string): Promise<Effect> {
  const before = await sessionById(shop.id, id)
  if (before.status === 'canceled') {
    return { answer: { status: 200, body: present(shop, base, before) }, writes: [] }
  }
  if (before.status !== 'open') mustBeOpen(before)
  const own = await holdOf(shop.id, before)
  const next: Session = { ...before, status: 'canceled', hold: undefined }
  const writes: Write[] = [replacement(sessionsOf(shop.id), id, before, next)]
  if (own) writes.push(...releaseHold(shop.id, own.id, own.lines))
  return { answer: { status: 200, body: present(shop, base, next) }, writes }
}

/** Vendor capability `com.sandbox.stock_hold`: takes a session's lines out of stock until `expires_at`. */
export async function holdStock({ shop, settings }: Business, id: string): Promise<Effect> {
  const before = await sessionById(shop.id, id)
  mustBeOpen(before)
  const own = await holdOf(shop.id, before)
  if (own) return { answer: heldAnswer(200, own.id, own.until), writes: [] }
  const lines = linesOf(before)
  if (!(await inStock(shop.id, lines))) return { answer: soldOut(), writes: [] }
  const { hold, writes } = newHold(shop.id, id, lines, Date.now() + settings().holdSeconds * 1000)
  const expiresAt = new Date(hold.until).toISOString()
  const next: Session = { ...before, hold: { id: hold.id, expiresAt, isImplicit: false } }
  return {
    answer: heldAnswer(201, hold.id, hold.until),
    writes: [replacement(sessionsOf(shop.id), id, before, next), ...writes],
  }
}

function heldAnswer(status: number, holdId: string, until: number): HttpAnswer {
  return { status, body: { hold_id: holdId, expires_at: new Date(until).toISOString() } }
}

export function soldOut(): HttpAnswer {
  return problem(409, { code: 'out_of_stock', content: 'We have just run out of something in this basket.' })
}

/** Whether all of `lines` can be had now; lapsed holds are put back first when they cannot. */
export async function inStock(shopId: string, lines: Hold['lines']): Promise<boolean> {
  const enough = async () => {
    const stock = await stockFor(
      shopId,
      lines.map(line => line.sku),
    )
    return lines.every(line => (stock.get(line.sku)?.available ?? 0) >= line.quantity)
  }
  if (await enough()) return true
  await sweepHolds(shopId)
  return enough()
}

/** Lets a hold go; a hold that is gone already is as good. */
export async function releaseStock({ shop }: Business, id: string, holdId: string): Promise<Effect> {
  const before = await sessionById(shop.id, id)
  const answer = { status: 200, body: { hold_id: holdId, released: true } }
  if (before.hold?.id !== holdId) return { answer, writes: [] }
  if (before.status === 'in_progress' || before.status === 'completed') mustBeOpen(before)
  const own = await holdOf(shop.id, before)
  const next: Session = { ...before, hold: undefined }
  const writes: Write[] = [replacement(sessionsOf(shop.id), id, before, next)]
  if (own) writes.push(...releaseHold(shop.id, own.id, own.lines))
  return { answer, writes }
}
