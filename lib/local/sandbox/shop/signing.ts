import { isDomainError } from '#lib/domain/errors.ts'
import type { HttpAnswer, HttpRequest } from '#lib/local/sandbox/http.ts'
import { Refusal } from '#lib/local/sandbox/http.ts'
import { commit, creation, get } from '#lib/local/sandbox/store.ts'
import { verifySigner } from '#lib/retailers/ucp/profile/profile-of.ts'
import { makeKey, type PrivateKey } from '#lib/retailers/ucp/signatures/keys.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { isSigned } from '#lib/retailers/ucp/signatures/verify.ts'
import { problem } from './protocol.ts'

type Kept = { key: PrivateKey }

const keys = new Map<string, Promise<PrivateKey>>()

/** The key by which one retailer signs: made at its first start, kept in its table. */
export function shopKey(shopId: string): Promise<PrivateKey> {
  const known = keys.get(shopId) ?? loadKey(shopId)
  keys.set(shopId, known)
  known.catch(() => keys.delete(shopId))
  return known
}

async function loadKey(shopId: string): Promise<PrivateKey> {
  const place = [`${shopId}#settings`, 'signing'] as const
  const kept = await get<Kept>(...place)
  if (kept) return kept.key
  const key = makeKey(`${shopId}-1`)
  // Another process of this retailer may have been first: then its key stands.
  await commit([creation(...place, { key })])
  return (await get<Kept>(...place))?.key ?? key
}

/** An address with its port, by which the caller found us: what a signature's `@authority` is about. */
function messageOf({ method, path, query, headers, text }: HttpRequest) {
  const search = query.size > 0 ? `?${query}` : ''
  const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
  return {
    method,
    url: new URL(`http://${headers.host}${path}${search}`),
    headers: new Headers(sent),
    body: text,
  }
}

/**
 * Makes sure that the platform which the request names has signed it. Throws 401 where it has not, 424 where that
 * platform's profile cannot be had. A signature does not grow old: idempotency keys keep repeats harmless.
 */
export async function checkSignature(request: HttpRequest): Promise<void> {
  const message = messageOf(request)
  const address = /^profile="([^"]+)"/.exec(message.headers.get('ucp-agent') ?? '')?.[1] ?? ''
  if (!isSigned(message)) throw refusal(401, 'signature_missing', 'The request is not signed.')
  try {
    await verifySigner(address, message)
  } catch (error) {
    if (isDomainError(error, 'signature_invalid'))
      throw refusal(401, 'signature_invalid', 'The signature is not the platform’s.')
    if (isDomainError(error, 'retailer_unreachable'))
      throw refusal(424, 'profile_unreachable', 'The platform’s profile cannot be had.')
    throw error
  }
}

const refusal = (status: number, code: string, content: string) =>
  new Refusal(problem(status, { code, content }))

/** The answer with the retailer's signature. */
export async function signed(shopId: string, answer: HttpAnswer): Promise<HttpAnswer> {
  const body = answer.html ?? (answer.body === undefined ? '' : JSON.stringify(answer.body))
  const headers = { 'content-type': 'application/json', ...answer.headers }
  const signature = sign(
    { status: answer.status, headers: new Headers(headers), body },
    await shopKey(shopId),
  )
  return { ...answer, headers: { ...headers, ...signature } }
}
