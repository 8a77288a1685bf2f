/*
 * What stands between adapter and retailer while a case runs: every request that the adapter makes with `fetch`
 * passes here, and can be lost, repeated or answered wrongly. It sits in this process and not on a port of its own, so
 * that addresses, TLS and message signatures stay what they are, whatever the endpoint.
 */

type Request = { method: string; url: string; signal: AbortSignal | null | undefined }
type Send = (request: Request, forward: () => Promise<Response>) => Promise<Response>

/** Runs `work` while `send` has the say over every request. One at a time. */
async function between<T>(send: Send, work: () => Promise<T>): Promise<T> {
  const real = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    return send({ method: method.toUpperCase(), url, signal: init?.signal }, () => real(input, init))
  }
  try {
    return await work()
  } finally {
    globalThis.fetch = real
  }
}

const isWrite = ({ method }: Request) => method !== 'GET' && method !== 'HEAD'

/** Milliseconds that a caller waits for an answer that will not come, and at most for one that may. */
const impatience = 200
const patience = 20_000

/** Settles like a request to someone who never answers: when the caller gives up. */
function silence({ signal }: Request): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

const lost = () => new TypeError('fetch failed')

/** The first half of an answer, as when the connection ends in the middle. */
async function half(answer: Response): Promise<Response> {
  const text = await answer.text()
  const { status, headers } = answer
  return new Response(text.slice(0, text.length / 2), { status, headers })
}

/** The same answer with its first digit changed. */
async function tampered(answer: Response): Promise<Response> {
  const text = await answer.text()
  const { status, headers } = answer
  const changed = text.replace(/\d/, digit => String((Number(digit) + 1) % 10))
  return new Response(changed, { status, headers })
}

const page = () => new Response('<h1>Sorry</h1>', { status: 200, headers: { 'content-type': 'text/html' } })

type Forward = () => Promise<Response>
/** A fault's way with a request; `giveUp` makes the caller lose its patience soon. */
type Faulty = (request: Request, forward: Forward, giveUp: () => void) => Promise<Response>

/** Lets a request have its effect and keeps the answer back. */
async function takeEffect(forward: Forward): Promise<void> {
  await (await forward()).text()
}

/** What can happen to a request. Those after the effect are the ones that sell twice where nobody takes care. */
const faults = {
  silence: {
    words: 'no answer',
    send: (request, _, giveUp) => {
      giveUp()
      return silence(request)
    },
  },
  lost: { words: 'a lost connection', send: () => Promise.reject(lost()) },
  '503': { words: 'a 503', send: async () => new Response('{}', { status: 503 }) },
  page: { words: 'a web page in place of an answer', send: async () => page() },
  half: { words: 'half an answer', send: async (_, forward) => half(await forward()) },
  'silence-after': {
    words: 'no answer though it had its effect',
    send: async (request, forward, giveUp) => {
      await takeEffect(forward)
      giveUp()
      return silence(request)
    },
  },
  'lost-after': {
    words: 'a connection lost after the effect',
    send: async (_, forward) => {
      await takeEffect(forward)
      throw lost()
    },
  },
  '503-after': {
    words: 'a 503 after the effect',
    send: async (_, forward) => {
      await takeEffect(forward)
      return new Response('{}', { status: 503 })
    },
  },
  tampered: {
    words: 'an answer that was changed on the way',
    send: async (_, forward) => tampered(await forward()),
  },
  twice: {
    words: 'being delivered twice',
    send: async (_, forward) => {
      const [, second] = await Promise.all([forward(), forward()])
      return second
    },
  },
} satisfies Record<string, { words: string; send: Faulty }>

export type Fault = keyof typeof faults

/** A fault as a person says it. */
export const wordsForFault = (fault: Fault) => faults[fault].words

/**
 * Runs `work` while every request suffers a fault, or every write only. `work` is to give its calls the signal, which
 * fires where no answer will come. Resolves with how many requests suffered.
 */
export async function suffering<T>(
  fault: Fault,
  which: 'all' | 'writes',
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ result: T; count: number }> {
  const caller = new AbortController()
  const giveUp = () => void setTimeout(() => caller.abort(), impatience)
  const signal = AbortSignal.any([caller.signal, AbortSignal.timeout(patience)])
  let count = 0
  const send: Send = (request, forward) => {
    if (which === 'writes' && !isWrite(request)) return forward()
    count++
    return faults[fault].send(request, forward, giveUp)
  }
  const result = await between(send, () => work(signal))
  return { result, count }
}

export type Exchange = {
  method: string
  url: string
  status: number
  headers: Headers
  text: string
  isWrite: boolean
}

/** Runs `work` and notes every request with its answer. */
export async function noting<T>(work: () => Promise<T>): Promise<{ result: T; exchanges: Exchange[] }> {
  const exchanges: Exchange[] = []
  const send: Send = async (request, forward) => {
    const answer = await forward()
    const text = await answer.text()
    const { status, headers } = answer
    exchanges.push({
      method: request.method,
      url: request.url,
      status,
      headers,
      text,
      isWrite: isWrite(request),
    })
    return new Response(text === '' ? null : text, { status, headers })
  }
  const result = await between(send, work)
  return { result, exchanges }
}

/**
 * Runs `work` in the belief that nothing has happened since `exchanges` began: what was read before the first write is
 * read again as it was then. An adapter that asks before it tells is thereby brought to tell twice.
 */
export async function unaware<T>(
  exchanges: readonly Exchange[],
  work: () => Promise<T>,
): Promise<{ result: T; writes: number }> {
  const firstWrite = exchanges.findIndex(each => each.isWrite)
  const before = exchanges.slice(0, Math.max(firstWrite, 0))
  let writes = 0
  const send: Send = async (request, forward) => {
    if (isWrite(request)) writes++
    const index = before.findIndex(each => each.method === request.method && each.url === request.url)
    const [known] = index < 0 || writes > 0 ? [] : before.splice(index, 1)
    if (!known) return forward()
    return new Response(known.text, { status: known.status, headers: known.headers })
  }
  const result = await between(send, work)
  return { result, writes }
}
