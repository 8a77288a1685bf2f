import { createHash, randomUUID } from 'node:crypto'
import { config } from '#lib/config.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { UcpRetailer } from '#lib/domain/retailer.ts'
import { signingKey } from '#lib/retailers/signing-keys.ts'
import { secret } from '#lib/secrets.ts'
import { traceparent } from '#lib/trace.ts'
import { fetchProfile } from './profile/fetch-profile.ts'
import { profileAddress, verifySigner } from './profile/profile-of.ts'
import { readAtMost } from './read-at-most.ts'
import type { ResponseMessage } from './signatures/message.ts'
import { sign } from './signatures/sign.ts'
import { isSigned } from './signatures/verify.ts'

export type Answer = { status: number; body: unknown }

const largestAnswer = 1_000_000

/** A UUID made from another, for the second write of one call: the same input always gives the same key. */
export function derivedKey(key: string, purpose: string): string {
  const hex = createHash('sha256').update(`${key}/${purpose}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function apiKey(secretName: string): Promise<string> {
  const parsed: unknown = JSON.parse(await secret(secretName))
  if (parsed && typeof parsed === 'object' && 'apiKey' in parsed) return String(parsed.apiKey)
  throw new Error(`secret ${secretName} has no apiKey`)
}

/** Where this site says what it is and by which keys its requests can be known. */
const platformProfile = `${config.SITE_URL}/.well-known/ucp`

/**
 * Speaks the protocol's REST transport to one retailer at `endpoint`. Every request is signed; an answer that is
 * signed, by a retailer that publishes keys, is verified. Any HTTP status is an answer; DomainError `retailer_slow`
 * means that `signal` fired, `retailer_unreachable` that the connection failed, or the body was cut off, is not JSON
 * or not the retailer's own. Header rules: rest.openapi.json, version 2026-04-08.
 */
export function ucpClient(retailer: UcpRetailer, endpoint: string) {
  const profile = profileAddress(retailer)

  async function headersOf(message: { method: string; url: URL; body?: string }, key: string | undefined) {
    const trace = traceparent()
    const headers = new Headers({
      accept: 'application/json',
      'accept-language': 'en-US',
      'request-id': randomUUID(),
      'ucp-agent': `profile="${platformProfile}"`,
      ...(retailer.secretName && { 'x-api-key': await apiKey(retailer.secretName) }),
      ...(key && { 'idempotency-key': key }),
      ...(trace && { traceparent: trace }),
      ...(message.body !== undefined && { 'content-type': 'application/json' }),
    })
    const signature = sign({ ...message, headers }, await signingKey())
    for (const [name, value] of Object.entries(signature)) headers.set(name, value)
    return headers
  }

  return async function send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options: { signal: AbortSignal; key?: string; body?: unknown },
  ): Promise<Answer> {
    const { signal, key } = options
    const body = options.body === undefined ? undefined : JSON.stringify(options.body)
    const url = new URL(`${endpoint}${path}`)
    const headers = await headersOf({ method, url, body }, key)
    try {
      const response = await fetch(url, {
        method,
        headers,
        body,
        signal,
        redirect: 'manual',
        cache: 'no-store',
      })
      const text = await readAtMost(response, largestAnswer)
      const answer = { status: response.status, headers: response.headers, body: text }
      if (isSigned(answer)) await verifyAnswer(profile, answer)
      return { status: response.status, body: text === '' ? undefined : parse(text, response.status) }
    } catch (cause) {
      throw new DomainError(signal.aborted ? 'retailer_slow' : 'retailer_unreachable', { cause })
    }
  }
}

/** A retailer that signs without publishing keys cannot be held to it. */
async function verifyAnswer(profile: string, answer: ResponseMessage): Promise<void> {
  const { keys } = await fetchProfile(profile)
  if (keys.length > 0) await verifySigner(profile, answer)
}

/** An error page of a proxy is not JSON, and its status says enough; a success must be JSON. */
function parse(text: string, status: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (status >= 400) return undefined
    throw cause
  }
}

export type Send = ReturnType<typeof ucpClient>
