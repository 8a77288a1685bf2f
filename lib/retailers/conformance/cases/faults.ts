import { call, mustBePlaced, orderInSession, ready, request } from '#lib/retailers/conformance/buying.ts'
import type { Case } from '#lib/retailers/conformance/cases.ts'
import { type Fault, suffering } from '#lib/retailers/conformance/network.ts'
import { must, mustRefuse } from '#lib/retailers/conformance/verdict.ts'

const quoteFaults: [Fault, string][] = [
  ['no answer', 'retailer_slow'],
  ['a lost connection', 'retailer_unreachable'],
  ['a 503', 'retailer_unreachable'],
  ['half an answer', 'retailer_unreachable'],
  ['a web page in place of an answer', 'retailer_unreachable'],
]

const saleFaults: Fault[] = [
  'no answer',
  'a lost connection',
  'a 503',
  'a web page in place of an answer',
  'half an answer',
  'a lost connection after the effect',
  'a 503 after the effect',
]

const soon = 700

function slug(text: string): string {
  return text.replaceAll(' ', '-')
}

/** Everything that can go wrong on the way: a quote says so, and a sale is never called failed while in doubt. */
export const faultCases: Case[] = [
  ...quoteFaults.map(
    ([fault, code]): Case => ({
      id: `quote-${slug(fault)}`,
      title: `gives no quote for ${fault}`,
      run: async subject => {
        const isQuick = fault === 'no answer'
        const work = suffering(fault, 'all', () =>
          subject.adapter.quote(request(subject), call(isQuick ? soon : undefined)),
        )
        await mustRefuse(work, [code], `a quote with ${fault}`)
      },
    }),
  ),
  ...saleFaults.map(
    (fault): Case => ({
      id: `place-${slug(fault)}`,
      title: `leaves a sale open after ${fault}, and sells once when told again`,
      run: async subject => {
        const { order } = await ready(subject)
        const { key } = call()
        const { result, count } = await suffering(fault, 'writes', () =>
          subject.adapter.place(order, {
            key,
            signal: AbortSignal.timeout(fault === 'no answer' ? soon : 20_000),
          }),
        )
        must(count > 0, 'the adapter sent nothing by fetch, so nothing was tried')
        must(result.status === 'unknown', `the adapter says ${result.status} instead of unknown`)
        const before = await orderInSession(subject, order.sessionId)
        const placed = mustBePlaced(await subject.adapter.place(order, { ...call(), key }), 'told again')
        must(
          before === undefined || before.id === placed.id,
          'it sells twice: told again, it made another order',
        )
      },
    }),
  ),
]
