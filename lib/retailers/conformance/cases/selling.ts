import { call, mustBePlaced, orderInSession, ready } from '#lib/retailers/conformance/buying.ts'
import type { Case } from '#lib/retailers/conformance/cases.ts'
import { noting, suffering, unaware } from '#lib/retailers/conformance/network.ts'
import { must } from '#lib/retailers/conformance/verdict.ts'

const twice = 'it sells twice'

/** The sale, and that there is never a second one. */
export const selling: Case[] = [
  {
    id: 'place',
    title: 'sells at the accepted total, and knows its order afterwards',
    run: async subject => {
      const { order, purchase } = await ready(subject)
      const { result, exchanges } = await noting(() => subject.adapter.place(order, call()))
      const placed = mustBePlaced(result, 'told to sell')
      must(placed.number !== '', 'its order has no number to show')
      must(
        placed.total?.amount === purchase.total.amount,
        `it sold at ${placed.total?.amount}, accepted were ${purchase.total.amount}`,
      )
      must(
        !exchanges.some(each => each.url.includes(order.payment.token)),
        'the payment token is in an address',
      )
      const session = await orderInSession(subject, order.sessionId)
      must(session?.id === placed.id, 'its session does not name the order it made')
      const { order: known } = await subject.adapter.getOrder(placed.id, call())
      must(known.total?.amount === purchase.total.amount, 'its order has another total than its sale')
    },
  },
  {
    id: 'replay',
    title: 'makes one order of the same request sent again under the same key',
    run: async subject => {
      const { order } = await ready(subject)
      const same = call()
      const first = await noting(() => subject.adapter.place(order, same))
      const placed = mustBePlaced(first.result, 'told to sell')
      const again = await unaware(first.exchanges, () => subject.adapter.place(order, same))
      must(again.writes > 0, 'the adapter did not repeat its request, so nothing was tried')
      if (again.result.status === 'placed')
        must(again.result.order.id === placed.id, `${twice}: the repeat made another order`)
      else must(again.result.status === 'unknown', `to a repeat it answers ${again.result.status}`)
      must(
        (await orderInSession(subject, order.sessionId))?.id === placed.id,
        `${twice}: its session names another order`,
      )
    },
  },
  {
    id: 'replay-other-key',
    title: 'makes one order of a session, whatever the key',
    run: async subject => {
      const { order } = await ready(subject)
      const placed = mustBePlaced(await subject.adapter.place(order, call()), 'told to sell')
      const again = mustBePlaced(await subject.adapter.place(order, call()), 'told again')
      must(again.id === placed.id, `${twice}: told again under another key, it made another order`)
    },
  },
  {
    id: 'two-at-once',
    title: 'makes one order of two requests at the same moment',
    run: async subject => {
      const { order } = await ready(subject)
      const answers = await Promise.all([
        subject.adapter.place(order, call()),
        subject.adapter.place(order, call()),
      ])
      const session = await orderInSession(subject, order.sessionId)
      must(session, 'two at once and it sold to nobody')
      for (const answer of answers) {
        if (answer.status === 'placed')
          must(answer.order.id === session.id, `${twice}: two at once made two orders`)
        else must(answer.status === 'unknown', `two at once: it answers ${answer.status}`)
      }
    },
  },
  {
    id: 'delivered-twice',
    title: 'makes one order of a request that the network delivers twice',
    run: async subject => {
      const { order } = await ready(subject)
      const same = call()
      const { result } = await suffering('twice', 'writes', () => subject.adapter.place(order, same))
      must(
        result.status === 'placed' || result.status === 'unknown',
        `delivered twice it answers ${result.status}`,
      )
      const session = await orderInSession(subject, order.sessionId)
      must(session, 'delivered twice and it sold to nobody')
      if (result.status === 'placed')
        must(result.order.id === session.id, `${twice}: its two answers name two orders`)
    },
  },
  {
    id: 'timeout',
    title: 'settles a sale whose answer never came, by being asked',
    run: async subject => {
      const { order } = await ready(subject)
      const { key } = call()
      const { result } = await suffering('silence-after', 'writes', signal =>
        subject.adapter.place(order, { key, signal }),
      )
      must(
        result.status === 'unknown',
        `without an answer the adapter says ${result.status} instead of unknown`,
      )
      const session = await orderInSession(subject, order.sessionId)
      must(session, 'asked after the timeout, it does not know of the order that it made')
      const settled = mustBePlaced(
        await subject.adapter.place(order, { ...call(), key }),
        'told again after a timeout',
      )
      must(settled.id === session.id, `${twice}: told again after a timeout, it made another order`)
    },
  },
  {
    id: 'decline',
    title: 'says that a card was declined, and sells nothing',
    run: async subject => {
      const { order } = await ready(subject, 'declined')
      const placement = await subject.adapter.place(order, call())
      must(placement.status === 'declined', `with a declined card it answers ${placement.status}`)
      must(
        (await orderInSession(subject, order.sessionId)) === undefined,
        'it sold though the card was declined',
      )
    },
  },
]
