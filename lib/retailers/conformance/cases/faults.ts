import { call, mustBePlaced, orderInSession, ready, request } from '#lib/retailers/conformance/buying.ts'
import type { Case } from '#lib/retailers/conformance/cases.ts'
import { type Fault, suffering, wordsForFault } from '#lib/retailers/conformance/network.ts'
import { must, mustRefuse } from '#lib/retailers/conformance/verdict.ts'

const quoteFaults: [Fault, string][] = [
  ['silence', 'retailer_slow'],
  ['lost', 'retailer_unreachable'],
  ['503', 'retailer_unreachable'],
  ['half', 'retailer_unreachable'],
  ['page', 'retailer_unreachable'],
]

const saleFaults: Fault[] = ['silence', 'lost', '503', 'page', 'half', 'lost-after', '503-after']

/** Everything that can go wrong on the way: a quote says so, and a sale is never called failed while in doubt. */
export const faultCases: Case[] = [
  ...quoteFaults.map(
    ([fault, code]): Case => ({
      id: `quote-${fault}`,
      title: `gives no quote for ${wordsForFault(fault)}`,
      run: async subject => {
        const work = suffering(fault, 'all', signal =>
          subject.adapter.quote(request(subject), { ...call(), signal }),
        )
        await mustRefuse(work, [code], `a quote with ${wordsForFault(fault)}`)
      },
    }),
  ),
  ...saleFaults.map(
    (fault): Case => ({
      id: `place-${fault}`,
      title: `leaves a sale open after ${wordsForFault(fault)}, and sells once when told again`,
      run: async subject => {
        const { order } = await ready(subject)
        const { key } = call()
        const { result, count } = await suffering(fault, 'writes', signal =>
          subject.adapter.place(order, { key, signal }),
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
