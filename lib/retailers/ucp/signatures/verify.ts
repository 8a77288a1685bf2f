import { verify as verifyBytes } from 'node:crypto'
import { DomainError } from '#lib/domain/errors.ts'
import { digestMatches } from './content-digest.ts'
import { type StatedSignature, statedSignatures } from './fields.ts'
import { publicKeyOf } from './key-objects.ts'
import type { PublicKey } from './keys.ts'
import { hasBody, isRequest, type Message, signatureBase } from './message.ts'

/** How far ahead of ours the signer's clock may be, in seconds. */
const clockSkew = 60

export type Verified = { keyId: string /** When it was signed, where the signer says. */; created?: Date }

/** What a signature must cover to stand for the message (protocol, REST verification): no part may be left open. */
function missing(message: Message, components: readonly string[]): string[] {
  const required = hasBody(message) ? ['content-digest', 'content-type'] : []
  if (isRequest(message)) {
    const target = ['@authority', '@path', ...(message.url.search === '' ? [] : ['@query'])]
    const sent = ['ucp-agent', 'idempotency-key'].filter(name => message.headers.has(name))
    required.push('@method', ...(components.includes('@target-uri') ? [] : target), ...sent)
  } else required.push('@status')
  return required.filter(name => !components.includes(name))
}

function staleness(stated: StatedSignature, now: Date, maxAge: number | undefined): string | undefined {
  const seconds = now.getTime() / 1000
  if (stated.expires !== undefined && stated.expires < seconds) return 'expired'
  if (stated.created !== undefined && stated.created > seconds + clockSkew) return 'created in the future'
  // The protocol leaves `created` to the signer: idempotency keys, which are signed, keep repeats harmless.
  if (maxAge === undefined || stated.created === undefined) return undefined
  return stated.created < seconds - maxAge ? 'too old' : undefined
}

/** What is wrong with one signature, undefined when it holds. */
function fault(
  message: Message,
  stated: StatedSignature,
  keys: readonly PublicKey[],
  limits: { now: Date; maxAge?: number },
): string | undefined {
  const key = keys.find(each => each.kid === stated.keyId)
  if (!key) return 'unknown key'
  const open = missing(message, stated.components)
  if (open.length > 0) return `does not cover ${open.join(' ')}`
  const stale = staleness(stated, limits.now, limits.maxAge)
  if (stale) return stale
  const digest = message.headers.get('content-digest')
  if (hasBody(message) && !digestMatches(digest ?? '', message.body ?? '')) return 'digest differs'
  const base = signatureBase(message, stated.components, stated.parameters)
  if (base === undefined) return 'covers what is not there'
  const holds = verifyBytes(
    'sha256',
    Buffer.from(base),
    { key: publicKeyOf(key), dsaEncoding: 'ieee-p1363' },
    stated.value,
  )
  return holds ? undefined : 'signature differs'
}

/**
 * Checks that one of `keys` signed this message (RFC 9421, ES256) and that the signature covers its method and
 * address or its status, its body by `Content-Digest` (RFC 9530), and the protocol's headers where sent. Says which
 * key, and when. `maxAge` (seconds) refuses signatures that say they are older than that; the protocol does not make
 * them say. Throws `signature_invalid` with the reason as its cause.
 */
export function verify(
  message: Message,
  keys: readonly PublicKey[],
  { now = new Date(), maxAge }: { now?: Date; maxAge?: number } = {},
): Verified {
  const reasons: string[] = []
  for (const stated of statedSignatures(message.headers)) {
    const reason = fault(message, stated, keys, { now, maxAge })
    if (reason === undefined) {
      const created = stated.created === undefined ? undefined : new Date(stated.created * 1000)
      return { keyId: stated.keyId, created }
    }
    reasons.push(reason)
  }
  const cause = new Error(reasons.join(', ') || 'no signature')
  throw new DomainError('signature_invalid', { cause })
}

/** True when the message carries a signature, whoever made it. */
export function isSigned({ headers }: Message): boolean {
  return headers.has('signature') || headers.has('signature-input')
}

/** The ids of the keys that a message says it was signed with. */
export function statedKeyIds({ headers }: Message): string[] {
  return statedSignatures(headers).map(({ keyId }) => keyId)
}
