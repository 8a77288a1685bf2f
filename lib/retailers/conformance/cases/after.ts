import { isDomainError } from '#lib/domain/errors.ts'
import { call, handlerOf, mustBePlaced, prepared, ready } from '#lib/retailers/conformance/buying.ts'
import type { Case } from '#lib/retailers/conformance/cases.ts'
import { claims, lever } from '#lib/retailers/conformance/subject.ts'
import { must, mustRefuse } from '#lib/retailers/conformance/verdict.ts'

/** Undoing, cancelling, and what needs the shopper. */
export const after: Case[] = [
  {
    id: 'cancel-session',
    title: 'ends a session that was not bought, however often it is told',
    run: async subject => {
      const { purchase } = await prepared(subject)
      await subject.adapter.cancelSession(purchase.sessionId, call())
      await subject.adapter.cancelSession(purchase.sessionId, call())
      const { status } = await subject.adapter.getSession(purchase.sessionId, call())
      must(status === 'cancelled' || status === 'gone', `a session that was ended is ${status}`)
      const token = await subject.pay('accepted', purchase)
      if (token === undefined) return
      const order = { ...purchase, payment: { token, handlerId: handlerOf(subject) } }
      await mustRefuse(
        subject.adapter.place(order, call()),
        ['quote_expired', 'retailer_refused'],
        'buying a session that was ended',
      )
    },
  },
  {
    id: 'cancel-sold-session',
    title: 'does not undo a sale as if it were a session',
    run: async subject => {
      const { order } = await ready(subject)
      const placed = mustBePlaced(await subject.adapter.place(order, call()), 'told to sell')
      await mustRefuse(
        subject.adapter.cancelSession(order.sessionId, call()),
        ['retailer_refused'],
        'ending a session that was sold',
      )
      const session = await subject.adapter.getSession(order.sessionId, call())
      must(session.status === 'placed' && session.order.id === placed.id, 'its order is gone')
    },
  },
  {
    id: 'unknown-session',
    title: 'says that it does not know a session or an order, rather than break',
    run: async ({ adapter }) => {
      const { status } = await adapter.getSession('kit-no-such-session', call())
      must(status === 'gone', `a session that never was is ${status}`)
      await mustRefuse(
        adapter.getOrder('kit-no-such-order', call()),
        ['not_found'],
        'an order that never was',
      )
    },
  },
  {
    id: 'cancel',
    title: 'cancels an order, however often it is told, and says so afterwards',
    run: async subject => {
      claims(subject.adapter.capabilities.cancel, 'to cancel orders')
      const { order } = await ready(subject)
      const placed = mustBePlaced(await subject.adapter.place(order, call()), 'told to sell')
      for (const when of ['told to cancel', 'told to cancel again']) {
        const { status } = await subject.adapter.cancelOrder(placed.id, call())
        must(status === 'cancelled', `${when} it answers ${status}`)
      }
      const { order: known } = await subject.adapter.getOrder(placed.id, call())
      must(known.status === 'cancelled', `a cancelled order is ${known.status}`)
    },
  },
  {
    id: 'cancel-too-late',
    title: 'does not cancel what it has shipped',
    run: async subject => {
      claims(subject.adapter.capabilities.cancel, 'to cancel orders')
      const ship = lever(subject, 'ship')
      const { order } = await ready(subject)
      await ship()
      const placed = mustBePlaced(await subject.adapter.place(order, call()), 'told to sell')
      const { status } = await subject.adapter.cancelOrder(placed.id, call())
      must(status === 'too_late', `told to cancel what has shipped it answers ${status}`)
    },
  },
  {
    id: 'status',
    title: 'says when an order has shipped',
    run: async subject => {
      claims(subject.adapter.capabilities.status !== 'none', 'to say how an order stands')
      const ship = lever(subject, 'ship')
      const { order } = await ready(subject)
      await ship()
      const placed = mustBePlaced(await subject.adapter.place(order, call()), 'told to sell')
      const { order: known } = await subject.adapter.getOrder(placed.id, call())
      must(['shipped', 'delivered'].includes(known.status), `an order that has shipped is ${known.status}`)
    },
  },
  {
    id: 'escalation',
    title: 'sends the shopper to its own page when it must, and sells after that',
    run: async subject => {
      const [escalate, confirm] = [lever(subject, 'escalate'), lever(subject, 'confirm')]
      const { order } = await ready(subject)
      await escalate()
      const asked = await subject.adapter.place(order, call())
      must(asked.status === 'escalate', `needing the shopper it answers ${asked.status}`)
      must(URL.canParse(asked.url), 'the page to send the shopper to has no address')
      const meanwhile = await subject.adapter.getSession(order.sessionId, call())
      must(meanwhile.status === 'escalate', `waiting for the shopper its session is ${meanwhile.status}`)
      await confirm(asked.url)
      mustBePlaced(await subject.adapter.place(order, call()), 'after the shopper confirmed')
    },
  },
  {
    id: 'consent',
    title: 'takes the shopper’s answer to its own question for consent',
    run: async subject => {
      claims(subject.adapter.capabilities.consent, 'to ask for consent')
      const { purchase } = await prepared(subject)
      const consents = { ...purchase.consents, retailer_marketing: true }
      try {
        await subject.adapter.prepare({ ...purchase, consents }, call())
      } catch (error) {
        if (isDomainError(error, 'retailer_refused'))
          must(false, 'it refuses a purchase for the answer given')
        throw error
      }
    },
  },
]
