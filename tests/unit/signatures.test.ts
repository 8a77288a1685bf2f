import { createPrivateKey, sign as signBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contentDigest, digestMatches } from '#lib/retailers/ucp/signatures/content-digest.ts'
import { statedSignatures } from '#lib/retailers/ucp/signatures/fields.ts'
import { makeKey, publicHalf, usableKeys } from '#lib/retailers/ucp/signatures/keys.ts'
import { type Message, type RequestMessage, signatureBase } from '#lib/retailers/ucp/signatures/message.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { verify } from '#lib/retailers/ucp/signatures/verify.ts'

/*
 * RFC 9421: the key is test-key-ecc-p256 of appendix B.1.3, the response and its signature are appendix B.2.4's, the
 * request and its signature base are those of section 2.5.
 */
const rfcKey = {
  kid: 'test-key-ecc-p256',
  kty: 'EC',
  crv: 'P-256',
  d: 'UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs',
  x: 'qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA',
  y: 'Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0',
} as const
const rfcResponse = (body = '{"message": "good dog"}') => ({
  status: 200,
  body,
  headers: new Headers({
    date: 'Tue, 20 Apr 2021 02:07:56 GMT',
    'content-type': 'application/json',
    'content-digest':
      'sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
    'content-length': '23',
    'signature-input':
      'sig-b24=("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    signature:
      'sig-b24=:wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==:',
  }),
})
const rfcRequest: RequestMessage = {
  method: 'POST',
  url: new URL('https://EXAMPLE.com:443/foo?param=Value&Pet=dog'),
  body: '{"hello": "world"}',
  headers: new Headers({
    'content-type': 'application/json',
    'content-digest':
      'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
    'content-length': '18',
  }),
}

const key = makeKey('platform-2')
const older = makeKey('platform-1')
const keys = [publicHalf(older), publicHalf(key)]

function request(changes: Partial<Omit<RequestMessage, 'headers'>> = {}, headers = {}): RequestMessage {
  return {
    method: 'POST',
    url: new URL('https://retailer.example/ucp/checkout-sessions?market=us'),
    body: '{"line_items":[]}',
    headers: new Headers({
      'content-type': 'application/json',
      'idempotency-key': '7f8c1a52-6c1e-4a4b-9d53-0d0f2f1f6a11',
      'ucp-agent': 'profile="https://brand.example/.well-known/ucp"',
      ...headers,
    }),
    ...changes,
  }
}

const now = new Date('2026-11-22T12:00:00Z')
const signMessage = <T extends Message>(message: T, by = key): T => ({
  ...message,
  ...withHeaders(message, sign(message, by, now)),
})
const signed = (message = request(), by = key) => signMessage(message, by)
const withHeaders = (message: { headers: Headers }, added: Record<string, string>) => {
  const headers = new Headers(message.headers)
  for (const [name, value] of Object.entries(added)) headers.set(name, value)
  return { headers }
}
const refused = (reason: string) =>
  expect.objectContaining({ code: 'signature_invalid', cause: expect.objectContaining({ message: reason }) })

function reasonOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('the test vectors of RFC 9421', () => {
  it('verify', () => {
    expect(verify(rfcResponse(), [publicHalf(rfcKey)], { now })).toMatchObject({ keyId: 'test-key-ecc-p256' })
  })

  it('give the published signature base of a request', () => {
    const parameters =
      '("@method" "@authority" "@path" "content-digest" "content-length" "content-type");created=1618884473;keyid="test-key-rsa-pss"'
    const components = ['@method', '@authority', '@path', 'content-digest', 'content-length', 'content-type']
    expect(signatureBase(rfcRequest, components, parameters)).toBe(
      [
        '"@method": POST',
        '"@authority": example.com',
        '"@path": /foo',
        '"content-digest": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
        '"content-length": 18',
        '"content-type": application/json',
        `"@signature-params": ${parameters}`,
      ].join('\n'),
    )
  })

  it('do not verify with one byte of the body changed', () => {
    const changed = rfcResponse('{"message": "good cat"}')
    expect(reasonOf(() => verify(changed, [publicHalf(rfcKey)], { now }))).toEqual(refused('digest differs'))
  })
})

describe('a signed request', () => {
  it('covers all of itself, and verifies with the key it names', () => {
    const message = signed()
    expect(message.headers.get('signature-input')).toBe(
      `sig1=("@method" "@authority" "@path" "@query" "ucp-agent" "idempotency-key" "content-digest" "content-type");created=${now.getTime() / 1000};keyid="platform-2"`,
    )
    expect(verify(message, keys, { now, maxAge: 300 })).toEqual({ keyId: 'platform-2', created: now })
    expect(statedSignatures(message.headers)[0]?.value).toHaveLength(64)
  })

  it('verifies with either of two active keys, and with neither once both are withdrawn', () => {
    expect(verify(signed(request(), older), keys, { now }).keyId).toBe('platform-1')
    expect(reasonOf(() => verify(signed(), [], { now }))).toEqual(refused('unknown key'))
  })

  it('without body and query signs neither', () => {
    const message = signed({
      method: 'GET',
      url: new URL('https://retailer.example/'),
      headers: new Headers(),
    })
    expect(message.headers.get('signature-input')).toContain('("@method" "@authority" "@path");')
    expect(verify(message, keys, { now }).keyId).toBe('platform-2')
  })

  const tampered: [string, (message: RequestMessage) => RequestMessage, string][] = [
    ['method', message => ({ ...message, method: 'PUT' }), 'signature differs'],
    [
      'host',
      message => ({ ...message, url: new URL(message.url.href.replace('retailer', 'other')) }),
      'signature differs',
    ],
    [
      'path',
      message => ({ ...message, url: new URL(message.url.href.replace('ucp', 'upc')) }),
      'signature differs',
    ],
    [
      'query',
      message => ({ ...message, url: new URL(message.url.href.replace('us', 'ca')) }),
      'signature differs',
    ],
    ['body', message => ({ ...message, body: '{"line_items":[1]}' }), 'digest differs'],
    [
      'body and digest',
      message => ({
        ...message,
        body: '{}',
        ...withHeaders(message, { 'content-digest': contentDigest('{}') }),
      }),
      'signature differs',
    ],
    ...['idempotency-key', 'ucp-agent', 'content-type'].map((name): (typeof tampered)[number] => [
      name,
      message => ({ ...message, ...withHeaders(message, { [name]: 'another' }) }),
      'signature differs',
    ]),
    [
      'time of signing',
      message => ({
        ...message,
        ...withHeaders(message, {
          'signature-input': (message.headers.get('signature-input') ?? '').replace(
            /created=\d+/,
            'created=1',
          ),
        }),
      }),
      'signature differs',
    ],
  ]
  it.each(tampered)('is refused when its %s was changed', (_, tamper, reason) => {
    expect(reasonOf(() => verify(tamper(signed()), keys, { now }))).toEqual(refused(reason))
  })

  it('is refused when a part was added that the signature does not cover', () => {
    const message = signed(request({ url: new URL('https://retailer.example/ucp') }))
    const longer = { ...message, url: new URL('https://retailer.example/ucp?admin=1') }
    expect(reasonOf(() => verify(longer, keys, { now }))).toEqual(refused('does not cover @query'))
    const bare = signed(request({ body: undefined }))
    expect(reasonOf(() => verify({ ...bare, body: '{}' }, keys, { now }))).toEqual(
      refused('does not cover content-digest content-type'),
    )
  })

  it('is refused when old, early, expired, or signed by a stranger under a known name', () => {
    const later = new Date(now.getTime() + 301_000)
    const earlier = new Date(now.getTime() - 61_000)
    expect(reasonOf(() => verify(signed(), keys, { now: later, maxAge: 300 }))).toEqual(refused('too old'))
    expect(verify(signed(), keys, { now: later }).keyId).toBe('platform-2')
    expect(reasonOf(() => verify(signed(), keys, { now: earlier }))).toEqual(refused('created in the future'))
    const stranger = signed(request(), makeKey('platform-2'))
    expect(reasonOf(() => verify(stranger, keys, { now }))).toEqual(refused('signature differs'))
  })

  it('need not say when it was signed, as the protocol has it', () => {
    const message = request({ body: undefined })
    const parameters =
      '("@method" "@authority" "@path" "@query" "ucp-agent" "idempotency-key");keyid="platform-2"'
    const components = [...parameters.matchAll(/"([^"]+)"/g)].map(match => match[1] ?? '').slice(0, 6)
    const base = signatureBase(message, components, parameters) ?? ''
    const value = signBytes('sha256', Buffer.from(base), {
      key: createPrivateKey({ key, format: 'jwk' }),
      dsaEncoding: 'ieee-p1363',
    })
    const headers = withHeaders(message, {
      'signature-input': `sig1=${parameters}`,
      signature: `sig1=:${value.toString('base64')}:`,
    })
    expect(verify({ ...message, ...headers }, keys, { now, maxAge: 300 })).toEqual({
      keyId: 'platform-2',
      created: undefined,
    })
  })

  it('is refused when it is not signed, or its fields are broken', () => {
    expect(reasonOf(() => verify(request(), keys, { now }))).toEqual(refused('no signature'))
    for (const broken of ['', 'sig1', 'sig1=:!:', 'sig2=:AAAA:', '"sig1"=:AAAA:']) {
      const message = { ...request(), ...withHeaders(signed(), { signature: broken }) }
      expect(reasonOf(() => verify(message, keys, { now }))).toEqual(refused('no signature'))
    }
  })

  it('may carry other signatures and parameters besides the one that holds', () => {
    const message = signed()
    const input = message.headers.get('signature-input') ?? ''
    const both = withHeaders(message, {
      'signature-input': `proxy=("@authority" "signature-agent";key="x");keyid="p";nonce="a,b=(\\"c\\")", ${input}`,
      signature: `proxy=:AAAA:, ${message.headers.get('signature')}`,
    })
    expect(verify({ ...message, ...both }, keys, { now }).keyId).toBe('platform-2')
  })
})

it('an answer verifies by its status and body', () => {
  const answer = {
    status: 201,
    body: '{"id":"ses_1"}',
    headers: new Headers({ 'content-type': 'application/json' }),
  }
  const message = signMessage(answer)
  expect(verify(message, keys, { now }).keyId).toBe('platform-2')
  expect(reasonOf(() => verify({ ...message, status: 200 }, keys, { now }))).toEqual(
    refused('signature differs'),
  )
})

it('a published list may hold keys we cannot use', () => {
  const others = [
    { kid: 'a', kty: 'OKP', crv: 'Ed25519', x: 'x' },
    { kty: 'EC' },
    null,
    { ...keys[0], use: 'enc' },
  ]
  expect(usableKeys([...others, keys[0]])).toEqual([keys[0]])
  expect(JSON.stringify(usableKeys([key]))).not.toContain(key.d)
})

it('a digest holds only when every one we know is right', () => {
  const good = contentDigest('{}')
  expect(digestMatches(good, '{}')).toBe(true)
  expect(digestMatches(`md5=:AAAA:, ${good}`, '{}')).toBe(true)
  expect(digestMatches(`sha-512=:AAAA:, ${good}`, '{}')).toBe(false)
  expect(digestMatches('md5=:AAAA:', '{}')).toBe(false)
})
