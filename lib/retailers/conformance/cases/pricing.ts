import { randomUUID } from 'node:crypto'
import { call, handlerOf, prepared, request } from '#lib/retailers/conformance/buying.ts'
import type { Case } from '#lib/retailers/conformance/cases.ts'
import { claims, lever } from '#lib/retailers/conformance/subject.ts'
import { must, mustRefuse, notOffered } from '#lib/retailers/conformance/verdict.ts'
import type { RetailerQuote } from '#lib/retailers/contract.ts'

const unknown = () => `kit-unknown-${randomUUID().slice(0, 8)}`

function mustAddUp({ totals, lines }: RetailerQuote, currency: string): void {
  const { total, ...parts } = totals
  const sum = Object.values(parts).reduce((all, part) => all + part.amount, 0)
  must(
    sum === total.amount,
    `its totals do not add up: the parts come to ${sum}, the total is ${total.amount}`,
  )
  for (const part of Object.values(totals)) must(part.currency === currency, `it answers in ${part.currency}`)
  const goods = lines.reduce((all, line) => all + (line.total?.amount ?? 0), 0)
  must(goods === totals.items.amount, `its lines come to ${goods}, its goods to ${totals.items.amount}`)
  must(totals.discount.amount <= 0, 'its discount makes things dearer')
}

/** What it says of its articles and of a cart, before anyone buys. */
export const pricing: Case[] = [
  {
    id: 'lookup',
    title: 'says what it asks for an article, and leaves out one it does not know',
    run: async ({ adapter, articles }) => {
      claims(adapter.capabilities.lookup, 'lookup')
      const items = [articles.plenty, unknown()].map((retailerSku, index) => ({
        sku: `KIT-${index + 1}`,
        slug: 'kit',
        retailerSku,
      }))
      const offers = await adapter.lookup(items, call())
      must(offers.length === 1 && offers[0]?.sku === 'KIT-1', `it answers for ${offers.length} of 1 article`)
      must((offers[0]?.price.amount ?? 0) > 0, 'the article costs nothing')
      must(offers[0]?.availability !== 'out_of_stock', 'the article it has plenty of is out of stock')
    },
  },
  {
    id: 'quote',
    title: 'says what a cart costs, delivered, and its parts add up',
    run: async subject => {
      const quote = await subject.adapter.quote(request(subject), call())
      mustAddUp(quote, subject.currency)
      must(quote.lines[0]?.available === 2, 'it has less than two of the article it has plenty of')
      must(quote.totals.total.amount > 0, 'the cart costs nothing')
      must(Date.parse(quote.expiresAt) > Date.now(), 'its price has run out already')
      must(
        quote.options.some(option => option.id === quote.selectedOptionId),
        'no way of delivery is selected',
      )
    },
  },
  {
    id: 'quote-unknown',
    title: 'says which articles it lacks, and prices the rest',
    run: async subject => {
      const { plenty } = subject.articles
      const some = await subject.adapter.quote(request(subject, { [plenty]: 1, [unknown()]: 3 }), call())
      must(some.lines.length === 2, 'a line that was asked for is not in the answer')
      must(some.lines[0]?.available === 1, 'for one unknown article it no longer sells the other')
      must(some.lines[1]?.available === 0, 'it sells an article that does not exist')
      mustAddUp(some, subject.currency)
      const none = await subject.adapter.quote(request(subject, { [unknown()]: 1 }), call())
      must(none.lines[0]?.available === 0, 'it sells an article that does not exist')
      must(none.totals.total.amount === 0, 'nothing costs something')
    },
  },
  {
    id: 'quote-short',
    title: 'says when it has less than is asked for',
    run: async subject => {
      const { scarce, soldOut } = subject.articles
      if (subject.levers.setStock && scarce) {
        await subject.levers.setStock(scarce, 1)
        const quote = await subject.adapter.quote(request(subject, { [scarce]: 3 }), call())
        must((quote.lines[0]?.available ?? 0) <= 1, 'it promises three of an article of which it has one')
        return
      }
      if (!soldOut) notOffered('no article is known to be sold out')
      const quote = await subject.adapter.quote(request(subject, { [soldOut]: 1 }), call())
      must(quote.lines[0]?.available === 0, 'it promises an article that is sold out')
    },
  },
  {
    id: 'quote-repeated',
    title: 'opens one session for one idempotency key',
    run: async subject => {
      const same = call()
      const first = await subject.adapter.quote(request(subject), same)
      const second = await subject.adapter.quote(request(subject), same)
      must(first.sessionId === second.sessionId, 'the same request under the same key opens a second session')
    },
  },
  {
    id: 'option',
    title: 'changes the total with the way of delivery',
    run: async subject => {
      const asked = request(subject)
      const quote = await subject.adapter.quote(asked, call())
      const other = quote.options.find(option => option.id !== quote.selectedOptionId)
      if (!other) return notOffered('it has one way of delivery only')
      const { sessionId } = quote
      const changed = await subject.adapter.selectOption({ ...asked, sessionId, optionId: other.id }, call())
      mustAddUp(changed, subject.currency)
      must(changed.selectedOptionId === other.id, 'the option it was given is not the one in force')
      must(
        changed.totals.fulfilment.amount === other.price.amount,
        'delivery costs something else than the option says',
      )
      must(changed.sessionId === sessionId, 'another option makes another session')
      const nonsense = { ...asked, sessionId, optionId: 'kit-by-whale' }
      const refused = await subject.adapter.selectOption(nonsense, call()).then(
        answer => answer.selectedOptionId !== 'kit-by-whale',
        () => true,
      )
      must(refused, 'it delivers in a way that it does not offer')
    },
  },
  {
    id: 'loyalty',
    title: 'takes its members’ numbers into account, and no others',
    run: async subject => {
      const { loyalty } = subject.retailer
      const { capabilities } = subject.adapter
      claims(capabilities.loyalty && loyalty !== undefined, 'a loyalty scheme')
      const asked = request(subject, { [subject.articles.plenty]: 6 })
      const without = await subject.adapter.quote(asked, call())
      const member = await subject.adapter.quote({ ...asked, loyaltyId: loyalty?.example }, call())
      mustAddUp(member, subject.currency)
      must(member.loyalty?.accepted, 'it does not accept the example number of its row')
      must(member.totals.total.amount < without.totals.total.amount, 'members pay no less')
      const stranger = await subject.adapter.quote({ ...asked, loyaltyId: 'kit-nonsense' }, call())
      must(stranger.loyalty?.accepted === false, 'it accepts a number that is none')
      must(stranger.totals.total.amount === without.totals.total.amount, 'a made-up number changes the price')
    },
  },
  {
    id: 'discount-code',
    title: 'takes its discount code off, and no other word',
    run: async subject => {
      claims(subject.adapter.capabilities.discountCodes, 'discount codes')
      const { discountCode } = subject
      if (!discountCode) return notOffered('no discount code of its own is known')
      const asked = request(subject, { [subject.articles.plenty]: 6 })
      const without = await subject.adapter.quote(asked, call())
      const cheaper = await subject.adapter.quote({ ...asked, discountCode }, call())
      mustAddUp(cheaper, subject.currency)
      must(cheaper.discount?.accepted, 'it does not take its own code')
      must(cheaper.totals.total.amount < without.totals.total.amount, 'its code takes nothing off')
      const refused = await subject.adapter.quote({ ...asked, discountCode: 'KIT-NONSENSE' }, call())
      must(refused.discount?.accepted === false, 'it takes a code that is none')
      must(refused.totals.total.amount === without.totals.total.amount, 'a made-up code changes the price')
    },
  },
  {
    id: 'total-changed',
    title: 'is stopped where its total is not the one that was accepted',
    run: async subject => {
      const { purchase } = await prepared(subject)
      const cheaper = { ...purchase.total, amount: purchase.total.amount - 1 }
      const work = subject.adapter.prepare({ ...purchase, total: cheaper }, call())
      await mustRefuse(work, ['total_changed'], 'preparing a purchase at another total')
    },
  },
  {
    id: 'surcharge',
    title: 'is stopped where it adds to the price after the quote',
    run: async subject => {
      const surcharge = lever(subject, 'surcharge')
      const { purchase } = await prepared(subject)
      await surcharge(150)
      await mustRefuse(
        subject.adapter.prepare(purchase, call()),
        ['total_changed'],
        'preparing after a surcharge',
      )
      const token = await subject.pay('accepted', purchase)
      if (token === undefined) return notOffered('there is no accepted card to try')
      const order = { ...purchase, payment: { token, handlerId: handlerOf(subject) } }
      await mustRefuse(subject.adapter.place(order, call()), ['total_changed'], 'placing after a surcharge')
      const session = await subject.adapter.getSession(purchase.sessionId, call())
      must(session.status !== 'placed', 'it sold at a total that nobody accepted')
    },
  },
]
