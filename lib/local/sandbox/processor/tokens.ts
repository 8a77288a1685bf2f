import { randomBytes } from 'node:crypto'
import { ulid } from 'ulid'
import type { CardBehaviour } from '#lib/local/sandbox/cards.ts'
import type { Effect } from '#lib/local/sandbox/replay.ts'
import { creation, get, list, replacement } from '#lib/local/sandbox/store.ts'

/** A card that someone typed, without its number: that is never kept. */
export type Token = {
  token: string
  version: number
  display: string
  behaviour: CardBehaviour
  status: 'new' | 'verified' | 'in_review' | 'declined' | 'voided' | 'charged' | 'refunded'
  /** What it was verified for; from then on it is good for nothing else. */
  amount?: number
  currency?: string
  reference?: string
  /** Milliseconds. */
  reviewedAt?: number
  chargeId?: string
  expires: number
}

export type Charge = {
  id: string
  version: number
  merchant: string
  token: string
  display: string
  amount: number
  currency: string
  reference: string
  status: 'captured' | 'refunded'
  /** What was given back so far. */
  refunded?: number
  at: string
}

const tokens = 'sandpay#token'
const charges = 'sandpay#charge'
const tokenSeconds = 2 * 3600
const reviewMilliseconds = 4000

/** A token for a card; the card number stays behind. */
export function newToken(behaviour: CardBehaviour, last4: string) {
  const token: Token = {
    token: `tok_${randomBytes(18).toString('base64url')}`,
    version: 1,
    display: `Visa ending ${last4}`,
    behaviour,
    status: 'new',
    expires: Math.floor(Date.now() / 1000) + tokenSeconds,
  }
  return { token, write: creation(tokens, token.token, token) }
}

type Asked = {
  token: string
  amount: number
  currency: string
  reference: string
  /** The shopper has confirmed on the merchant's page. */
  confirmed?: boolean
}

async function known(token: string): Promise<Token | undefined> {
  const found = await get<Token>(tokens, token)
  return found && found.expires > Date.now() / 1000 ? found : undefined
}

const answer = (status: number, body: object) => ({ answer: { status, body }, writes: [] })
const gone = () => answer(404, { status: 'unknown_token' })

function isFor(token: Token, asked: Asked): boolean {
  return (
    token.amount === asked.amount && token.currency === asked.currency && token.reference === asked.reference
  )
}

/** Whether a token could never be verified without a wait: the test card that times out. */
export async function timesOut(token: string): Promise<boolean> {
  return (await known(token))?.behaviour === 'times_out'
}

/** Says whether a token may be charged this amount. Binds the token to the amount and the reference. */
export async function verify(asked: Asked): Promise<Effect> {
  const token = await known(asked.token)
  if (!token) return gone()
  if (token.status !== 'new') {
    if (token.status === 'voided') return answer(409, { status: 'voided' })
    if (!isFor(token, asked)) return answer(409, { status: 'used_for_another_purchase' })
    if (token.status === 'declined') return answer(402, { status: 'declined' })
    const isWaiting = token.status === 'in_review' && Date.now() < (token.reviewedAt ?? 0)
    return isWaiting ? answer(202, { status: 'in_review' }) : answer(200, { status: 'verified' })
  }
  const { amount, currency, reference } = asked
  const bound = { ...token, amount, currency, reference }
  const next: Token =
    token.behaviour === 'in_review'
      ? { ...bound, status: 'in_review', reviewedAt: Date.now() + reviewMilliseconds }
      : { ...bound, status: token.behaviour === 'declined' ? 'declined' : 'verified' }
  const code = { in_review: 202, declined: 402, verified: 200 }[next.status as string] ?? 200
  return {
    answer: { status: code, body: { status: next.status } },
    writes: [replacement(tokens, token.token, token, next)],
  }
}

/** Makes a token worthless, unless it has been charged. */
export async function voidToken(asked: Pick<Asked, 'token'>): Promise<Effect> {
  const token = await known(asked.token)
  if (!token) return gone()
  if (token.status === 'charged') return answer(409, { status: 'charged' })
  if (token.status === 'voided' || token.status === 'refunded') return answer(200, { status: 'voided' })
  const next: Token = { ...token, status: 'voided' }
  return {
    answer: { status: 200, body: { status: 'voided' } },
    writes: [replacement(tokens, token.token, token, next)],
  }
}

/** A merchant takes the money: once a token, only after verification, only the amount verified. */
export async function chargeToken(merchant: string, asked: Asked): Promise<Effect> {
  const token = await known(asked.token)
  if (!token) return gone()
  const isVerified =
    token.status === 'verified' || (token.status === 'in_review' && Date.now() >= (token.reviewedAt ?? 0))
  if (!isVerified || token.behaviour === 'declined_by_retailer') return answer(402, { status: 'declined' })
  if (token.amount !== asked.amount || token.currency !== asked.currency) {
    return answer(402, { status: 'amount_differs' })
  }
  if (token.behaviour === 'asks_shopper' && !asked.confirmed) {
    return answer(402, { status: 'confirmation_required' })
  }
  const { amount, currency, reference } = asked
  const charge: Charge = {
    id: `ch_${ulid().toLowerCase()}`,
    version: 1,
    merchant,
    ...{ token: asked.token, amount, currency, reference },
    display: token.display,
    status: 'captured',
    at: new Date().toISOString(),
  }
  const next: Token = { ...token, status: 'charged', chargeId: charge.id }
  return {
    answer: { status: 201, body: { id: charge.id, status: 'captured' } },
    writes: [replacement(tokens, token.token, token, next), creation(charges, charge.id, charge)],
  }
}

/** Gives a charge back to the shopper, all that is left of it or a part. */
export async function refundCharge(merchant: string, id: string, part?: number): Promise<Effect> {
  const charge = await get<Charge>(charges, id)
  if (!charge || charge.merchant !== merchant) return answer(404, { status: 'unknown_charge' })
  if (charge.status === 'refunded') return answer(200, { id, status: 'refunded' })
  const refunded = part === undefined ? charge.amount : (charge.refunded ?? 0) + part
  if (refunded > charge.amount) return answer(422, { status: 'more_than_charged' })
  if (refunded < charge.amount) {
    const next = { ...charge, refunded }
    return {
      answer: { status: 200, body: { id, status: 'refunded' } },
      writes: [replacement(charges, id, charge, next)],
    }
  }
  const token = await get<Token>(tokens, charge.token)
  const writes = [replacement(charges, id, charge, { ...charge, refunded, status: 'refunded' })]
  if (token) writes.push(replacement(tokens, token.token, token, { ...token, status: 'refunded' }))
  return { answer: { status: 200, body: { id, status: 'refunded' } }, writes }
}

/** The newest charges, or all that belong to a purchase. */
export async function chargesFor(reference: string | null, limit?: number): Promise<Charge[]> {
  const found = await list<Charge>(charges, { newestFirst: true, limit })
  return reference ? found.filter(charge => charge.reference === reference) : found
}
