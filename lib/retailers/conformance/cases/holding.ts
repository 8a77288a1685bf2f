import { isDomainError } from '#lib/domain/errors.ts'
import { call, prepared, ready, request } from '#lib/retailers/conformance/buying.ts'
import type { Case } from '#lib/retailers/conformance/cases.ts'
import { claims, lever, type Subject } from '#lib/retailers/conformance/subject.ts'
import { must, mustRefuse, notOffered } from '#lib/retailers/conformance/verdict.ts'

function scarceOf({ articles }: Subject): string {
  return articles.scarce ?? notOffered('no article is named whose stock may be changed')
}

async function left(subject: Subject, article: string): Promise<number> {
  const quote = await subject.adapter.quote(request(subject, { [article]: 2 }), call())
  return quote.lines[0]?.available ?? 0
}

/** Stock: held, released, lapsed, run out. */
export const holding: Case[] = [
  {
    id: 'hold',
    title: 'holds stock once, and lets it go when told, however often',
    run: async subject => {
      claims(subject.adapter.capabilities.reserve === 'native', 'to hold stock')
      const { purchase } = await prepared(subject)
      const hold = await subject.adapter.reserve(purchase.sessionId, call())
      must(Date.parse(hold.expiresAt) > Date.now(), 'its hold has lapsed already')
      const again = await subject.adapter.reserve(purchase.sessionId, call())
      must(again.holdId === hold.holdId, 'asked twice, it holds twice')
      await subject.adapter.release(purchase.sessionId, hold.holdId, call())
      await subject.adapter.release(purchase.sessionId, hold.holdId, call())
    },
  },
  {
    id: 'hold-keeps',
    title: 'sells to nobody else what it holds, and to anybody what it let go',
    run: async subject => {
      claims(subject.adapter.capabilities.reserve === 'native', 'to hold stock')
      const setStock = lever(subject, 'setStock')
      const article = scarceOf(subject)
      await setStock(article, 2)
      const { purchase } = await prepared(subject, { [article]: 2 })
      const hold = await subject.adapter.reserve(purchase.sessionId, call())
      must((await left(subject, article)) === 0, 'what it holds for one shopper it offers to another')
      await subject.adapter.release(purchase.sessionId, hold.holdId, call())
      must((await left(subject, article)) === 2, 'what it let go it does not sell')
    },
  },
  {
    id: 'hold-lapses',
    title: 'lets a hold lapse by itself when its time has come',
    run: async subject => {
      claims(subject.adapter.capabilities.reserve === 'native', 'to hold stock')
      const [setStock, holdSeconds] = [lever(subject, 'setStock'), lever(subject, 'holdSeconds')]
      const article = scarceOf(subject)
      await setStock(article, 2)
      await holdSeconds(0.3)
      const { purchase } = await prepared(subject, { [article]: 2 })
      const hold = await subject.adapter.reserve(purchase.sessionId, call())
      must(Date.parse(hold.expiresAt) - Date.now() < 2000, 'its hold lasts longer than it was told')
      const deadline = Date.now() + 4000
      while ((await left(subject, article)) < 2) {
        must(Date.now() < deadline, 'its hold never lapses: the stock is gone for good')
        await new Promise(resolve => setTimeout(resolve, 200))
      }
    },
  },
  {
    id: 'out-of-stock',
    title: 'does not sell what ran out after the quote, and charges nothing',
    run: async subject => {
      const setStock = lever(subject, 'setStock')
      const article = scarceOf(subject)
      await setStock(article, 2)
      const { order } = await ready(subject, 'accepted', { [article]: 2 })
      await setStock(article, 1)
      const ended = await subject.adapter.place(order, call()).then(
        placement => placement.status,
        // Some take the line out of the session as soon as it ran short: then the total tells.
        (error: unknown) => (isDomainError(error) ? error.code : 'broken'),
      )
      must(['out_of_stock', 'total_changed'].includes(ended), `short of stock it answers ${ended}`)
      const session = await subject.adapter.getSession(order.sessionId, call())
      must(session.status !== 'placed', 'it sold what it does not have')
    },
  },
  {
    id: 'short-before-buying',
    title: 'says at the last check that a line ran short',
    run: async subject => {
      const setStock = lever(subject, 'setStock')
      const article = scarceOf(subject)
      await setStock(article, 2)
      const { purchase } = await prepared(subject, { [article]: 2 })
      await setStock(article, 1)
      await mustRefuse(
        subject.adapter.prepare(purchase, call()),
        ['out_of_stock', 'total_changed'],
        'preparing what ran short',
      )
    },
  },
]
