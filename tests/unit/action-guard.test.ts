import { describe, expect, test } from 'vitest'
import { refuseBrokenAction } from '#lib/action-guard.ts'

const site = 'http://shop.example'

function call(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(`${site}/cart`, {
    method: 'POST',
    body,
    headers: { host: 'shop.example', 'next-action': '40aa', ...headers },
  })
}
const text = { 'content-type': 'text/plain;charset=UTF-8' }
const statusOf = async (request: Request) => (await refuseBrokenAction(request))?.status

function parts(entries: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.append(name, value)
  return form
}

describe('a server action’s call', () => {
  test.each(['[]', '[{"sku":"A"}]', '["$undefined"]', '["$$5 off"]', '["$D2026-11-22T00:00:00.000Z"]'])(
    'goes on with %s',
    async body => {
      expect(await statusOf(call(body, text))).toBeUndefined()
    },
  )

  test('goes on with a form among its arguments, and with a plain form post', async () => {
    expect(await statusOf(call(parts({ '0': '["$K1"]', '1_sku': 'A' })))).toBeUndefined()
    const post = new Request(site, { method: 'POST', body: parts({ $ACTION_ID_40aa: '', sku: 'A' }) })
    expect(await statusOf(post)).toBeUndefined()
  })

  test.each(['', '{not json', '{"a":1}', '42', '["$K1"]', '[{"a":["$F7"]}]'])(
    'is refused with %s',
    async body => {
      expect(await statusOf(call(body, text))).toBe(400)
    },
  )

  test('is refused where an argument points to a part that is not there', async () => {
    expect(await statusOf(call(parts({ '0': '["$F7"]' })))).toBe(400)
    expect(await statusOf(call(parts({ '1_sku': 'A' })))).toBe(400)
  })

  test('is refused for a broken form, another type, or its size', async () => {
    expect(await statusOf(call('garbage', { 'content-type': 'multipart/form-data; boundary=x' }))).toBe(400)
    expect(await statusOf(call('{}', { 'content-type': 'application/json' }))).toBe(415)
    expect(await statusOf(call(`["${'a'.repeat(1024 * 1024)}"]`, text))).toBe(413)
  })

  test('is refused from another site, and not from this one', async () => {
    expect(await statusOf(call('[]', { ...text, origin: 'https://evil.example' }))).toBe(403)
    expect(await statusOf(call('[]', { ...text, origin: 'null' }))).toBe(403)
    expect(await statusOf(call('[]', { ...text, origin: site }))).toBeUndefined()
  })

  test('is told in words what is wrong', async () => {
    const refusal = await refuseBrokenAction(call('{', text))
    expect(await refusal?.json()).toEqual({
      code: 'invalid_input',
      message: 'Please check what you entered.',
    })
  })
})

test('reading a page is none of its business', async () => {
  expect(await refuseBrokenAction(new Request(site))).toBeUndefined()
})
