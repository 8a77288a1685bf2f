import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'

type Handler = (event: unknown, ...rest: unknown[]) => Promise<unknown>

const root = process.cwd()

/** A handler that OpenNext built. As in Lambda, its own folder is where the process then stands. */
export async function load(folder: string): Promise<Handler> {
  process.chdir(join(root, '.open-next', folder))
  const url = pathToFileURL('index.mjs').href
  return ((await import(url)) as { handler: Handler }).handler
}

export type Answer = { status: number; headers: Record<string, string>; cookies: string[]; text: string }

/** A function URL's stream: a first part with status and headers, eight zero bytes, then the body. */
class ResponseStream extends PassThrough {
  setContentType(): void {}
}

function parse(bytes: Buffer): Answer {
  const end = bytes.indexOf(Buffer.alloc(8))
  const prelude = JSON.parse(bytes.subarray(0, end).toString('utf8')) as {
    statusCode: number
    headers: Record<string, string>
    cookies?: string[]
  }
  return {
    status: prelude.statusCode,
    headers: prelude.headers,
    cookies: prelude.cookies ?? [],
    text: bytes.subarray(end + 8).toString('utf8'),
  }
}

/** What the Lambda runtime gives to functions that stream. */
export function provideLambda(): void {
  Object.assign(globalThis, { awslambda: { streamifyResponse: (handler: unknown) => handler } })
}

export type Asked = {
  method?: string
  headers?: Record<string, string>
  cookies?: string[]
  body?: string | Buffer
}

/** Sends a request to the server function as CloudFront and a function URL would: an API Gateway event, version 2. */
export async function ask(server: Handler, address: string, asked: Asked = {}): Promise<Answer> {
  const { pathname, searchParams, host } = new URL(address, 'https://shop.marram.example')
  const { method = 'GET', headers = {}, cookies = [], body } = asked
  const stream = new ResponseStream()
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise(resolve => stream.once('end', resolve))
  await server(
    {
      version: '2.0',
      routeKey: '$default',
      rawPath: pathname,
      rawQueryString: searchParams.toString(),
      headers: { host, 'x-forwarded-host': host, 'x-forwarded-proto': 'https', ...headers },
      cookies,
      body: body === undefined ? undefined : Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
      requestContext: {
        domainName: 'server.lambda-url.us-east-1.on.aws',
        http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'check' },
      },
    },
    stream,
    { callbackWaitsForEmptyEventLoop: true },
  )
  await ended
  return parse(Buffer.concat(chunks))
}
