import { type APIResponse, expect, test } from '@playwright/test'

const actions = ['/cart/plain', '/cart', '/checkout', '/orders/find', '/sign-in', '/account']
const huge = 'x'.repeat(2_000_000)

function isRefusal(answer: APIResponse): void {
  expect(answer.status(), answer.url()).toBeGreaterThanOrEqual(400)
  expect(answer.status(), answer.url()).toBeLessThan(500)
}

test('the health check says little', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(Object.keys(await answer.json()).toSorted()).toEqual(['status', 'uptime', 'version'])
})

test('a revalidation without the secret is refused, whatever its body', async ({ request }) => {
  for (const data of ['{"tags":["listings"]}', 'not json', huge]) {
    const headers = { 'content-type': 'application/json' }
    isRefusal(await request.post('/api/revalidate', { data, headers }))
  }
})

test('orders nobody may see answer as orders that do not exist', async ({ request }) => {
  for (const id of ['ord_01j00000000000000000000000', 'nonsense', '%00', 'x'.repeat(3000)]) {
    for (const part of ['status', 'events']) isRefusal(await request.get(`/api/orders/${id}/${part}`))
  }
})

test('sign-in takes no stray posts', async ({ request }) => {
  isRefusal(await request.post('/api/auth/nonsense', { data: 'not json' }))
  const form = await request.post('/api/auth/signin/email', { form: { email: 'x' }, maxRedirects: 0 })
  expect(form.status()).toBeLessThan(500)
})

for (const path of actions) {
  test(`${path} refuses posts that are no action of it`, async ({ request }) => {
    const id = '40'.padEnd(42, '0')
    const headers = { 'next-action': id }
    isRefusal(await request.post(path, { headers, data: '["not an action"]' }))
    isRefusal(await request.post(path, { headers: { ...headers, 'content-type': 'text/plain' }, data: '{' }))
    isRefusal(await request.post(path, { headers, data: huge }))
    const stray = await request.post(path, {
      data: 'not json',
      headers: { 'content-type': 'application/json' },
    })
    expect(stray.status(), path).toBeLessThan(500)
  })
}

test('an action given the wrong types or too much answers without a fault', async ({ page }) => {
  await page.goto('/orders/find')
  await page.getByLabel('Order number').fill('7K2M-4QXD')
  await page.getByLabel('E-mail').fill('nobody@example.com')
  const sent = page.waitForRequest(request => request.method() === 'POST')
  await page.getByRole('button', { name: 'Find it' }).click()
  const { cookie: _, 'content-length': __, ...headers } = (await sent).headers()
  for (const data of ['[]', '[null]', '[42]', '[{"number":{},"email":[]}]', '["$undefined"]']) {
    const answer = await page.request.post('/orders/find', { headers, data })
    expect(answer.status(), data).toBeLessThan(500)
    expect(await answer.text()).toContain('invalid_input')
  }
  for (const data of ['{', 'not json', '"text"', '["$F1"]', '[{"number":"$K1"}]', huge]) {
    isRefusal(await page.request.post('/orders/find', { headers, data }))
  }
  const form = { ...headers, 'content-type': 'multipart/form-data; boundary=none' }
  isRefusal(await page.request.post('/orders/find', { headers: form, data: 'no parts' }))
})
