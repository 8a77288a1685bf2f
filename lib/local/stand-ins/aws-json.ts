import { createServer, type IncomingMessage, type Server } from 'node:http'

/** An error as AWS services answer it: HTTP 400 with its name in `__type`. */
export class AwsError extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

/** The whole body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Listens on 127.0.0.1 only; throws when the port is taken. */
export function listen(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

/** Closes a server together with the connections that clients keep open. */
export function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** An operation's input, parsed; each operation checks what it uses. */
export type Input = Record<string, unknown>

/** A required text member of an operation's input. Throws the AWS ValidationException when it is missing. */
export function text(input: Input, member: string): string {
  const value = input[member]
  if (typeof value !== 'string' || value === '')
    throw new AwsError('ValidationException', `${member} is missing`)
  return value
}

/**
 * A service that speaks AWS JSON 1.0 or 1.1 (https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html): one
 * POST, the operation named after the dot in `X-Amz-Target`. Signatures are not checked.
 */
export function startAwsJson(
  port: number,
  operations: Record<string, (input: Input) => unknown>,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': request.headers['content-type'] ?? 'application/json' })
      response.end(JSON.stringify(body))
    }
    try {
      const name = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? ''
      const operation = operations[name]
      if (!operation) throw new AwsError('UnknownOperationException', `${name} is not part of this stand-in`)
      const body = await readBody(request)
      answer(200, (await operation(body ? (JSON.parse(body) as Input) : {})) ?? {})
    } catch (error) {
      if (error instanceof AwsError) answer(400, { __type: error.type, message: error.message })
      else answer(500, { __type: 'InternalFailure', message: error instanceof Error ? error.name : 'Error' })
    }
  })
  return listen(server, port)
}
