import { expect, inject, test } from 'vitest'
import { choosePorts } from '#lib/local/ports.ts'

const event = (method: string, rawPath: string) => ({
  rawPath,
  rawQueryString: '',
  headers: { host: 'greenline.example', accept: 'text/html' },
  isBase64Encoded: false,
  requestContext: { domainName: 'greenline.lambda-url.us-east-1.on.aws', http: { method } },
})

test('a sandbox retailer answers a function URL’s events, and knows its own address', async () => {
  const { ports } = await choosePorts(inject('ports').smtp + 1)
  process.env.SANDBOX_ID = 'greenline'
  process.env.SANDBOX_PORT = String(ports.site)
  const { handler } = await import('#lib/local/sandbox/lambda.ts')
  const health = await handler(event('GET', '/health'))
  expect(JSON.parse(Buffer.from(health.body, 'base64').toString())).toEqual({ status: 'ok', id: 'greenline' })
  const profile = await handler(event('GET', '/.well-known/ucp'))
  expect(profile.statusCode).toBe(200)
  expect(Buffer.from(profile.body, 'base64').toString()).toContain(
    'https://greenline.lambda-url.us-east-1.on.aws',
  )
})
