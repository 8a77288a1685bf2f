import { randomUUID } from 'node:crypto'
import type { HttpAnswer } from '#lib/local/sandbox/http.ts'
import { type Session, sessionsOf } from '#lib/local/sandbox/shop/session.ts'
import { get, overwrite } from '#lib/local/sandbox/store.ts'
import { signingKey } from '#lib/retailers/signing-keys.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { isLate, passDeadline, sleep } from './clock.ts'
import { endHost, isDown, refused, reset } from './hosts.ts'
import { businessOfRequest, deliver, type Request } from './sandbox.ts'
import { actors, cross, later, note, stage } from './stage.ts'

const names: [RegExp, string][] = [
  [/\/\.well-known\/ucp$/, 'profile'],
  [/\/complete$/, 'complete'],
  [/\/orders\/.*\/cancel$/, 'cancel_order'],
  [/\/cancel$/, 'cancel'],
  [/\/holds\//, 'release'],
  [/\/holds$/, 'hold'],
  [/\/verifications$/, 'verify'],
  [/\/voids$/, 'void'],
  [/\/refund$/, 'refund'],
  [/\/charges$/, 'charge'],
  [/\/orders\//, 'order'],
]

function operationOf({ method, url }: Request): string {
  const named = names.find(([pattern]) => pattern.test(url.pathname))?.[1]
  return named ?? { GET: 'get', PUT: 'update', POST: 'create' }[method] ?? method
}

/**
 * A retailer that keeps answers by key only: a completion under a key it has not seen for the session is taken for
 * another sale, though the session was sold.
 */
async function forget(request: Request): Promise<void> {
  const { url, headers } = request
  const id = url.pathname.split('/').at(-2) ?? ''
  const key = headers['idempotency-key'] ?? ''
  const { completionKeys, isForgetful } = stage()
  const known = completionKeys.get(id) ?? new Set()
  const isNew = !known.has(key)
  completionKeys.set(id, known.add(key))
  if (!isForgetful || !isNew || known.size === 1) return
  const pk = sessionsOf(businessOfRequest(request))
  const session = await get<Session>(pk, id)
  if (session?.status !== 'completed') return
  note('the retailer takes this for another sale')
  await overwrite(pk, id, { ...session, status: 'open', order: undefined })
}

/** The request with other headers, as the site would have signed it. */
async function signedAnew(given: Request['headers'], request: Request): Promise<Request> {
  const { method, url, text } = request
  const headers = new Headers(given)
  const signature = sign({ method, url, headers, body: text }, await signingKey())
  return { ...request, headers: { ...given, ...signature } }
}

async function arrive(sent: Request): Promise<HttpAnswer> {
  if (isDown(businessOfRequest(sent))) throw refused()
  // What a retailer tells the processor is the retailer's own affair.
  const isKeyless =
    stage().sabotage === 'keys' && 'ucp-agent' in sent.headers && 'idempotency-key' in sent.headers
  const request = isKeyless
    ? await signedAnew({ ...sent.headers, 'idempotency-key': randomUUID() }, sent)
    : sent
  if (operationOf(request) === 'complete') await forget(request)
  return deliver(request)
}

function response({ status, body, html, headers }: HttpAnswer, isCut = false): Response {
  const text = html ?? (body === undefined ? '' : JSON.stringify(body))
  const sent = isCut ? text.slice(0, text.length / 2) : text
  return new Response(status === 304 ? null : sent, {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

const refusal = (status: number): HttpAnswer => ({
  status,
  body: { error: 'fault' },
  headers: { 'retry-after': '1' },
})

async function send(request: Request, signal: AbortSignal | null | undefined): Promise<Response> {
  const { random } = stage()
  const id = businessOfRequest(request)
  // A request that was long under way finds whoever is there then, and nobody hears the answer.
  const arriveLater = () => later(random.below(14), () => arrive(request).catch(() => undefined))
  return cross('http', operationOf(request), async fault => {
    if (signal?.aborted) throw signal.reason
    if (fault === 'dies before') endHost(id)
    if (isDown(id)) throw refused()
    const cause = Number(/^refused (\d+)/.exec(fault ?? '')?.[1] ?? 0)
    if (cause) return response(refusal(cause))
    if (fault === 'reset before') throw reset()
    if (fault === 'timeout before') throw passDeadline(signal)
    if (fault === 'late') {
      arriveLater()
      throw passDeadline(signal)
    }
    if (fault === 'twice') await arrive(request)
    const answer = await arrive(request)
    if (fault === 'echo') arriveLater()
    if (fault === 'dies after') endHost(id)
    if (fault === 'reset after' || fault === 'dies after') throw reset()
    if (fault === 'timeout after' || isLate(signal)) throw passDeadline(signal)
    if (fault === 'error 500 after') return response(refusal(500))
    if (fault === 'error 503 after') return response(refusal(503))
    return response(answer, fault === 'truncated')
  })
}

/** Puts the network in place: `fetch` reaches the sandbox businesses and nothing else. */
export function installNetwork(): void {
  globalThis.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const headers = Object.fromEntries(new Headers(init.headers))
    stage().said.push(url.href)
    const text = typeof init.body === 'string' ? init.body : ''
    return send({ method: init.method ?? 'GET', url, headers, text }, init.signal)
  }
  // A retailer's timers only wait; those of our own machinery are real and guard against the unforeseen.
  const real = globalThis.setTimeout
  const virtual = (run: (...parts: unknown[]) => void, milliseconds?: number, ...parts: unknown[]) => {
    if (actors.getStore()?.party !== 'retailer') return real(run, milliseconds, ...parts)
    void sleep(milliseconds).then(() => run(...parts))
    return undefined
  }
  globalThis.setTimeout = Object.assign(virtual, real) as typeof setTimeout
}
