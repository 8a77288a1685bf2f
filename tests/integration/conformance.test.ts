import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { startPlatform } from '#lib/local/conformance/platform.ts'
import { sandboxSubject } from '#lib/local/conformance/sandbox-subject.ts'
import { handoffRow } from '#lib/local/sandbox/registry-rows.ts'
import { runCases } from '#lib/retailers/conformance/cases.ts'
import { forShoppers, handoffForShoppers } from '#lib/retailers/conformance/for-shoppers.ts'
import { runHandoffCases } from '#lib/retailers/conformance/handoff-cases.ts'
import { type Sandbox, startSandbox } from '#tests/fixtures/sandbox.ts'

// The retailers report to the address in the platform's profile, which is to be the kit's and nobody else's.
const { port } = await vi.hoisted(async () => {
  const { createServer } = await import('node:net')
  const server = createServer()
  const free = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : 0)
    }),
  )
  await new Promise(resolve => server.close(resolve))
  process.env.SITE_URL = `http://localhost:${free}`
  return { port: free }
})

let sandbox: Sandbox
let platform: Awaited<ReturnType<typeof startPlatform>>
beforeAll(async () => {
  platform = await startPlatform(port)
  sandbox = await startSandbox()
})
afterAll(async () => {
  await sandbox?.stop()
  await platform?.stop()
})

/** What each retailer does not offer, and nothing else. */
const notOffered: Record<string, string[]> = {
  'harbor-market': [],
  greenline: ['signed-answers'],
  'parcel-and-pantry': ['signed-answers', 'webhook', 'cancel', 'cancel-too-late'],
  thistle: ['profile', 'signed-answers', 'webhook'],
}

describe.each(Object.keys(notOffered))('%s', id => {
  it('passes every case of the kit that it offers', { timeout: 120_000 }, async () => {
    const subject = await sandboxSubject(sandbox.retailer(id), sandbox.urlOf(id), platform.webhooks)
    const results = await runCases(subject)
    const of = (status: string) => results.filter(({ verdict }) => verdict.status === status)
    expect(of('failed').map(({ id: name, verdict }) => ({ name, verdict }))).toEqual([])
    expect(of('not offered').map(result => result.id)).toEqual(notOffered[id])
    expect(of('passed').length).toBeGreaterThan(35)
  })
})

describe('a retailer that sells on its own site only', () => {
  const articles = ['bay-1', 'bay 2&3']
  const verdicts = async (row: ReturnType<typeof handoffRow>) => {
    const results = await runHandoffCases({ retailer: row, articles })
    return Object.fromEntries(results.map(({ id, verdict }) => [id, verdict.status]))
  }
  const row = () => handoffRow(`http://127.0.0.1:${inject('ports').bayleaf}`)
  const green = {
    'link-leads': 'passed',
    'link-carries-cart': 'passed',
    'link-attribution': 'passed',
    'link-answers': 'passed',
  }

  it('passes where its link carries the cart to a page of its own', async () => {
    expect(await verdicts(row())).toEqual(green)
  })

  it('is red where nobody answers the link, or the cart is not in it', async () => {
    const address = row().link.address.replace('/basket/add', '/gone')
    expect(await verdicts({ ...row(), link: { ...row().link, address } })).toEqual({
      ...green,
      'link-answers': 'failed',
    })
    expect(await verdicts({ ...row(), link: { ...row().link, maximumLines: 1 } })).toEqual({
      ...green,
      'link-carries-cart': 'failed',
    })
  })

  it('is not offered what its link does not do', async () => {
    const link = {
      ...row().link,
      address: row().link.address.replace('?{lines}', ''),
      line: undefined,
      attribution: {},
    }
    expect(await verdicts({ ...row(), link })).toEqual({
      ...green,
      'link-carries-cart': 'not offered',
      'link-attribution': 'not offered',
    })
    expect(handoffForShoppers({ ...row(), link })).toContain('They fill the cart there themselves.')
  })
})

it('says what a retailer comes to for a shopper', async () => {
  const of = async (id: string) => {
    const { retailer, adapter } = await sandboxSubject(sandbox.retailer(id), sandbox.urlOf(id))
    return forShoppers(adapter.capabilities, retailer)
  }
  expect(await of('harbor-market')).toContain('They can cancel here until it ships.')
  expect(await of('parcel-and-pantry')).toContain('They cancel on the retailer’s own page.')
  expect(await of('thistle')).toContain('Members of Thistle Club get their saving.')
})

it('is red on a retailer that signs a webhook with a key that is not in its profile', async () => {
  const id = 'harbor-market'
  const subject = await sandboxSubject(sandbox.retailer(id), sandbox.urlOf(id), platform.webhooks)
  await sandbox.faults(id, { webhookBadSignature: 1000 })
  const [result] = await runCases(subject, { only: ['webhook'] })
  expect(result?.verdict).toMatchObject({
    status: 'failed',
    why: expect.stringContaining('signature_invalid'),
  })
})

it('is red on a retailer that never reports', async () => {
  const id = 'harbor-market'
  const silent = { next: async () => undefined }
  const subject = await sandboxSubject(sandbox.retailer(id), sandbox.urlOf(id), silent)
  const [result] = await runCases(subject, { only: ['webhook'] })
  expect(result?.verdict).toMatchObject({
    status: 'failed',
    why: expect.stringContaining('reported nothing'),
  })
})
