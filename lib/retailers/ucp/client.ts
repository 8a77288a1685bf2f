import { createHash, randomUUID } from 'node:crypto'
import { config } from '#lib/config.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import { secret } from '#lib/secrets.ts'
import { traceparent } from '#lib/trace.ts'

export type Answer = { status: number; body: unknown }

/** A request about to leave, complete but for what a hook adds. */
export type Outgoing = { method: string; url: URL; headers: Record<string, string>; body?: string }

/**
 * Where message signatures plug in: `sign` returns headers to add to a request, `verify` throws when an
 * answer is not the retailer's own. Both see the exact bytes.
 */
export type Hooks = {
  sign?: (request: Outgoing) => Promise<Record<string, string>>
  verify?: (request: Outgoing, response: Response, body: string) => Promise<void>
}

const largestAnswer = 1_000_000

/** A UUID made from another, for the second write of one call: the same input always gives the same key. */
export function derivedKey(key: string, purpose: string): string {
  const hex = createHash('sha256').update(`${key}/${purpose}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function apiKey(retailer: Retailer): Promise<string> {
  const parsed: unknown = JSON.parse(await secret(retailer.secretName))
  if (parsed && typeof parsed === 'object' && 'apiKey' in parsed) return String(parsed.apiKey)
  throw new Error(`secret ${retailer.secretName} has no apiKey`)
}

async function readAll(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largestAnswer) throw new Error('answer too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Speaks the protocol's REST transport to one retailer. Any HTTP status is an answer; DomainError
 * `retailer_slow` means that `signal` fired, `retailer_unreachable` that the connection failed or the body was
 * cut off or is not JSON. Header rules: rest.openapi.json, version 2026-04-08.
 */
export function ucpClient(retailer: Retailer, hooks: Hooks = {}) {
  return async function send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options: { signal: AbortSignal; key?: string; body?: unknown },
  ): Promise<Answer> {
    const url = new URL(`${retailer.endpoint.replace(/\/$/, '')}${path}`)
    const headers: Record<string, string> = {
      accept: 'application/json',
      'accept-language': 'en-US',
      'request-id': randomUUID(),
      'ucp-agent': `profile="${config.SITE_URL}/.well-known/ucp"`,
      'x-api-key': await apiKey(retailer),
    }
    if (options.key) headers['idempotency-key'] = options.key
    const trace = traceparent()
    if (trace) headers.traceparent = trace
    const request: Outgoing = { method, url, headers }
    if (options.body !== undefined) {
      headers['content-type'] = 'application/json'
      request.body = JSON.stringify(options.body)
    }
    Object.assign(headers, await hooks.sign?.(request))
    try {
      const response = await fetch(url, {
        method,
        headers,
        body: request.body,
        signal: options.signal,
        redirect: 'manual',
        cache: 'no-store',
      })
      const text = await readAll(response)
      await hooks.verify?.(request, response, text)
      return { status: response.status, body: text === '' ? undefined : parse(text, response.status) }
    } catch (cause) {
      throw new DomainError(options.signal.aborted ? 'retailer_slow' : 'retailer_unreachable', { cause })
    }
  }
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
