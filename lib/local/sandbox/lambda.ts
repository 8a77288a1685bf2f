/** As much of a function URL's event as is needed here (payload format 2.0). */
type UrlEvent = {
  rawPath: string
  rawQueryString: string
  headers: Record<string, string>
  body?: string
  isBase64Encoded: boolean
  requestContext: { domainName: string; http: { method: string } }
}

const port = process.env.SANDBOX_PORT ?? '8080'
let started: Promise<unknown> | undefined

/** The server takes its settings from the environment and its own name from the command line. */
function start(domainName: string): Promise<unknown> {
  Object.assign(process.env, { PORT: port, PUBLIC_URL: `https://${domainName}` })
  process.argv[2] = process.env.SANDBOX_ID ?? ''
  return import('./server.ts')
}

/** The Lambda handler of one sandbox business: hands each request to the very server that runs on one machine. */
export async function handler({ rawPath, rawQueryString, headers, body, ...event }: UrlEvent) {
  started ??= start(event.requestContext.domainName)
  await started
  const { method } = event.requestContext.http
  const answer = await fetch(`http://127.0.0.1:${port}${rawPath}${rawQueryString && `?${rawQueryString}`}`, {
    method,
    headers: Object.fromEntries(
      Object.entries(headers).filter(([name]) => !['host', 'content-length', 'connection'].includes(name)),
    ),
    body: body === undefined ? undefined : Buffer.from(body, event.isBase64Encoded ? 'base64' : 'utf8'),
    redirect: 'manual',
  })
  const { 'content-length': _length, ...sent } = Object.fromEntries(answer.headers)
  return {
    statusCode: answer.status,
    headers: sent,
    body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  }
}
