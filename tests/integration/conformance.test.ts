import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sandboxSubject } from '#lib/local/conformance/sandbox-subject.ts'
import { runCases } from '#lib/retailers/conformance/cases.ts'
import { type Sandbox, startSandbox } from '#tests/fixtures/sandbox.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox?.stop())

/** What each retailer does not offer, and nothing else. */
const notOffered: Record<string, string[]> = {
  'harbor-market': ['webhook'],
  greenline: ['signed-answers', 'webhook'],
  'parcel-and-pantry': ['signed-answers', 'webhook', 'cancel', 'cancel-too-late'],
  thistle: ['profile', 'signed-answers', 'webhook'],
}

describe.each(Object.keys(notOffered))('%s', id => {
  it('passes every case of the kit that it offers', { timeout: 120_000 }, async () => {
    const subject = await sandboxSubject(sandbox.retailer(id), sandbox.urlOf(id))
    const results = await runCases(subject)
    const of = (status: string) => results.filter(({ verdict }) => verdict.status === status)
    expect(of('failed').map(({ id: name, verdict }) => ({ name, verdict }))).toEqual([])
    expect(of('not offered').map(result => result.id)).toEqual(notOffered[id])
    expect(of('passed').length).toBeGreaterThan(35)
  })
})
