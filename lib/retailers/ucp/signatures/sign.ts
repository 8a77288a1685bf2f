import { sign as signBytes } from 'node:crypto'
import { contentDigest } from './content-digest.ts'
import { privateKeyOf } from './key-objects.ts'
import type { PrivateKey } from './keys.ts'
import { componentValue, hasBody, isRequest, type Message, signatureBase } from './message.ts'

const ofRequest = ['@method', '@authority', '@path']
const whereSent = ['ucp-agent', 'idempotency-key', 'webhook-id', 'webhook-timestamp']
const ofBody = ['content-digest', 'content-type']

/** What of a message is covered: the protocol's signed components, each where the message has it (signatures, REST). */
function covered(message: Message): string[] {
  const body = hasBody(message) ? ofBody : []
  if (!isRequest(message)) return ['@status', ...body]
  const query = message.url.search === '' ? [] : ['@query']
  const sent = whereSent.filter(name => message.headers.has(name))
  return [...ofRequest, ...query, ...sent, ...body]
}

/**
 * The headers that sign a message (RFC 9421, ES256, signature as raw r and s): `signature-input`, `signature`, and
 * `content-digest` (RFC 9530) where there is a body. The message must carry all its other headers already,
 * `content-type` among them.
 */
export function sign(message: Message, key: PrivateKey, now = new Date()): Record<string, string> {
  const digest: Record<string, string> = hasBody(message)
    ? { 'content-digest': contentDigest(message.body ?? '') }
    : {}
  const headers = new Headers(message.headers)
  for (const [name, value] of Object.entries(digest)) headers.set(name, value)
  const complete = { ...message, headers }
  const components = covered(complete).filter(name => componentValue(complete, name) !== undefined)
  const list = components.map(name => `"${name}"`).join(' ')
  const created = Math.floor(now.getTime() / 1000)
  const parameters = `(${list});created=${created};keyid="${key.kid}"`
  const base = signatureBase(complete, components, parameters) ?? ''
  const signature = signBytes('sha256', Buffer.from(base), {
    key: privateKeyOf(key),
    dsaEncoding: 'ieee-p1363',
  })
  return {
    ...digest,
    'signature-input': `sig1=${parameters}`,
    signature: `sig1=:${signature.toString('base64')}:`,
  }
}
