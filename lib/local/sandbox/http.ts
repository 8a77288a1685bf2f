import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export type Query = URLSearchParams
export type HttpRequest = {
  method: string
  path: string
  query: Query
  headers: IncomingMessage['headers']
  /** The raw body, at most 64 KB. */
  text: string
  parameters: string[]
}
export type HttpAnswer = { status: number; body?: unknown; html?: string; headers?: Record<string, string> }
export type Route = { method: string; path: RegExp; handle: (request: HttpRequest) => Promise<HttpAnswer> }

/** Thrown to answer with a status at once. */
export class Refusal extends Error {
  readonly answer: HttpAnswer
  constructor(answer: HttpAnswer) {
    super(`answered ${answer.status}`)
    this.answer = answer
  }
}

const largestBody = 64 * 1024

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    size += chunk.length
    // Read on without keeping it, so that the sender gets the answer and not a broken pipe.
    if (size <= largestBody) chunks.push(chunk)
    else chunks.length = 0
    if (size > 16 * largestBody) break
  }
  if (size > largestBody) throw new Refusal({ status: 413, body: { error: 'the body is larger than 64 KB' } })
  return Buffer.concat(chunks).toString('utf8')
}

/** Ends a route's path pattern: `/orders/:id` matches one path segment for each `:name`. */
export function path(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/:\w+/g, '([^/]+)')}$`)
}

async function answerTo(routes: Route[], incoming: IncomingMessage): Promise<HttpAnswer> {
  const url = new URL(incoming.url ?? '/', 'http://sandbox')
  const method = incoming.method ?? 'GET'
  const known = routes.filter(route => route.path.test(url.pathname))
  const route = known.find(each => each.method === method)
  if (!route) return { status: known.length > 0 ? 405 : 404, body: { error: 'nothing here' } }
  const parameters = (route.path.exec(url.pathname) ?? []).slice(1).map(part => decodeURIComponent(part))
  const text = await readBody(incoming)
  return route.handle({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    text,
    parameters,
  })
}

function write(outgoing: ServerResponse, answer: HttpAnswer) {
  const isPage = answer.html !== undefined
  const text = answer.html ?? (answer.body === undefined ? '' : JSON.stringify(answer.body))
  outgoing.writeHead(answer.status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'cache-control': 'no-store',
    ...answer.headers,
  })
  outgoing.end(text)
}

/** Serves on 127.0.0.1; port 0 takes any. `routesAt` is given the port. A refusal is answered as it says, anything else thrown with 500. */
export function serve(port: number, routesAt: (port: number) => Route[]): Promise<Server> {
  let routes: Route[] = []
  const server = createServer((incoming, outgoing) => {
    void answerTo(routes, incoming)
      .catch((error: unknown): HttpAnswer => {
        if (error instanceof Refusal) return error.answer
        if (error instanceof URIError)
          return { status: 400, body: { error: 'the address is not well formed' } }
        if (error instanceof DropConnection) throw error
        console.error(error)
        return { status: 500, body: { error: 'something broke here' } }
      })
      .then(
        answer => write(outgoing, answer),
        () => incoming.socket.destroy(),
      )
  })
  server.keepAliveTimeout = 30_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      routes = routesAt(address && typeof address === 'object' ? address.port : port)
      resolve(server)
    })
  })
}

/** Thrown to close the connection without an answer. */
export class DropConnection extends Error {}
