import { DomainError } from '#lib/domain/errors.ts'
import type { RestRetailer } from '#lib/domain/retailer.ts'
import { secret } from '#lib/secrets.ts'

/*
 * One function that sends one request. All that is about HTTP is here, so that adapter.ts can be about selling.
 *
 * To adapt: how your API authenticates (a bearer token here), under which header it takes an idempotency key
 * (`Request-Key` here), and how it words a refusal (`{ "error": "sold_out" }` here).
 */

/** Any HTTP status is an answer. `error` is the retailer's word for a refusal, empty where it gave none. */
export type Answer = { status: number; body: unknown; error: string }

/** No honest answer is larger; a broken or hostile one must not fill the memory. */
const largestAnswer = 1_000_000

/** The key that the retailer gave us, as `{"apiKey": "…"}` in Secrets Manager under the name in the registry row. */
async function apiKey(retailer: RestRetailer): Promise<string> {
  const parsed: unknown = JSON.parse(await secret(retailer.secretName))
  if (parsed && typeof parsed === 'object' && 'apiKey' in parsed) return String(parsed.apiKey)
  throw new Error(`secret ${retailer.secretName} has no apiKey`)
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > largestAnswer) throw new Error('answer too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The body as JSON. A proxy's error page is not JSON, and its status says enough; a success has to be. */
function parse(text: string, status: number): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch (cause) {
    if (status >= 400) return undefined
    throw cause
  }
}

function errorIn(body: unknown): string {
  return body && typeof body === 'object' && 'error' in body ? String(body.error) : ''
}

/**
 * Sends to one retailer. Throws DomainError `retailer_slow` when `signal` fired, `retailer_unreachable` when the
 * connection failed or the answer was cut off: in both cases nobody knows whether the request had its effect.
 */
export function restClient(retailer: RestRetailer) {
  return async function send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options: { signal: AbortSignal; key?: string; body?: unknown },
  ): Promise<Answer> {
    const headers: Record<string, string> = {
      accept: 'application/json',
      authorization: `Bearer ${await apiKey(retailer)}`,
    }
    // Every write has a key. The workflow repeats a step under the same key after a crash, and the retailer must
    // then do nothing twice. An API without such a header can key on `your_number` instead.
    if (options.key) headers['request-key'] = options.key
    if (options.body !== undefined) headers['content-type'] = 'application/json'
    try {
      const response = await fetch(`${retailer.endpoint.replace(/\/$/, '')}${path}`, {
        method,
        headers,
        body: options.body === undefined ? undefined : JSON.stringify(options.body),
        // The caller decides how long to wait: never wait without this.
        signal: options.signal,
        // A redirect would carry the key to whoever it names.
        redirect: 'error',
        // Next.js would otherwise keep answers of GET.
        cache: 'no-store',
      })
      const body = parse(await textOf(response), response.status)
      return { status: response.status, body, error: errorIn(body) }
    } catch (cause) {
      throw new DomainError(options.signal.aborted ? 'retailer_slow' : 'retailer_unreachable', { cause })
    }
  }
}

export type Send = ReturnType<typeof restClient>
