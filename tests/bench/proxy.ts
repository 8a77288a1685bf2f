import { Agent, createServer, type IncomingHttpHeaders, type Server, request as send } from 'node:http'
import { close, listen, readBody } from '#lib/local/stand-ins/aws-json.ts'

/** One request that passed, with its answer. Times are milliseconds of performance.now(). */
export type Exchange = {
  method: string
  path: string
  headers: IncomingHttpHeaders
  request: string
  response: string
  startedAt: number
  endedAt: number
}

/**
 * Stands on `port` in front of what listens on `target`, both on 127.0.0.1, and tells of each request. `rewrite` may
 * change a request's body on its way.
 */
export async function startProxy(options: {
  port: number
  target: number
  rewrite?: (body: string, headers: IncomingHttpHeaders) => string
  onExchange: (exchange: Exchange) => void
}): Promise<{ stop: () => Promise<void> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const server: Server = createServer(async (incoming, outgoing) => {
    const startedAt = performance.now()
    const given = await readBody(incoming)
    const body = options.rewrite?.(given, incoming.headers) ?? given
    const headers = { ...incoming.headers, 'content-length': String(Buffer.byteLength(body)) }
    const { method = 'GET', url: path = '/' } = incoming
    const onward = send(
      { host: '127.0.0.1', port: options.target, method, path, headers, agent },
      async answer => {
        const response = await readBody(answer)
        const { 'transfer-encoding': _, ...kept } = answer.headers
        outgoing.writeHead(answer.statusCode ?? 502, {
          ...kept,
          'content-length': String(Buffer.byteLength(response)),
        })
        outgoing.end(response)
        const endedAt = performance.now()
        options.onExchange({
          method,
          path,
          headers: incoming.headers,
          request: given,
          response,
          startedAt,
          endedAt,
        })
      },
    )
    onward.on('error', () => outgoing.destroy())
    onward.end(body)
  })
  await listen(server, options.port)
  return {
    stop: async () => {
      await close(server)
      agent.destroy()
    },
  }
}
