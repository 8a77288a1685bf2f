import type { UcpRetailer } from '#lib/domain/retailer.ts'
import { call, mustBePlaced, ready, request } from '#lib/retailers/conformance/buying.ts'
import type { Case } from '#lib/retailers/conformance/cases.ts'
import { noting, suffering } from '#lib/retailers/conformance/network.ts'
import { claims, type Subject } from '#lib/retailers/conformance/subject.ts'
import { must, mustRefuse, notOffered } from '#lib/retailers/conformance/verdict.ts'
import { lifetimeOf } from '#lib/retailers/ucp/profile/freshness.ts'
import { profileAddress, profileOf, verifySigner } from '#lib/retailers/ucp/profile/profile-of.ts'
import { readProfile } from '#lib/retailers/ucp/profile/shape.ts'

function ucpRowOf({ retailer }: Subject): UcpRetailer {
  return retailer.adapter === 'ucp'
    ? retailer
    : notOffered('it does not speak the protocol: its row says all')
}

/** Milliseconds. */
const patience = 10_000

/** What the Universal Commerce Protocol asks of a server besides selling. */
export const protocol: Case[] = [
  {
    id: 'profile',
    title: 'says in its profile where it is, what it can do and who takes cards',
    run: async subject => {
      const row = ucpRowOf(subject)
      const answer = await fetch(profileAddress(row), { signal: AbortSignal.timeout(patience) })
      must(answer.status === 200, `its profile is answered with ${answer.status}`)
      must(lifetimeOf(answer.headers) >= 60_000, 'its profile may not be kept for a minute')
      const profile = readProfile(await answer.json())
      const { capabilities, payment } = await profileOf(row)
      must(capabilities.quote && capabilities.place, 'it does not offer dev.ucp.shopping.checkout')
      must(payment, 'it names nobody who takes cards')
      const ids = profile.keys.map(key => key.kid)
      must(new Set(ids).size === ids.length, 'two of its keys have one id')
    },
  },
  {
    id: 'signed-answers',
    title: 'signs its answers, so that one changed on the way is not believed',
    run: async subject => {
      ucpRowOf(subject)
      const ask = () => subject.adapter.quote(request(subject), call())
      const { exchanges } = await noting(ask)
      const isSigned = exchanges.some(({ headers }) => headers.has('signature-input'))
      if (!isSigned) notOffered('it does not sign its answers')
      const changed = suffering('tampered', 'writes', ask)
      await mustRefuse(changed, ['retailer_unreachable', 'retailer_refused'], 'a quote changed on the way')
    },
  },
  {
    id: 'webhook',
    title: 'reports its order by itself, signed with a key of its profile',
    run: async subject => {
      const row = ucpRowOf(subject)
      claims(subject.adapter.capabilities.status === 'webhook', 'to report orders by itself')
      const { webhooks } = subject
      if (!webhooks) return notOffered('it cannot reach this machine')
      const { order } = await ready(subject)
      const placed = mustBePlaced(await subject.adapter.place(order, call()), 'told to sell')
      const delivery = await webhooks.next(({ body }) => body.includes(placed.id), patience)
      must(delivery, `${patience / 1000} seconds after the sale it has reported nothing`)
      await verifySigner(profileAddress(row), delivery)
      const report = await subject.adapter.readReport?.(JSON.parse(delivery.body))
      must(report?.order.id === placed.id, 'its report is not of the order that it made')
    },
  },
]
