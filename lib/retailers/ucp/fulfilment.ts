import { money } from '#lib/domain/money.ts'
import type { FulfilmentOption } from '#lib/domain/quote.ts'
import type { WireCheckout, WireOption } from './shapes.ts'
import { entryTotal } from './totals.ts'

const separator = '~'

/** The retailer's option ids, one a group, out of an option id of ours. */
export function splitOption(optionId: string): string[] {
  return optionId.split(separator)
}

function groupsOf(session: WireCheckout) {
  return session.fulfillment?.methods[0]?.groups ?? []
}

function cheapest(options: readonly WireOption[]): WireOption | undefined {
  return options.toSorted((a, b) => entryTotal(a.totals) - entryTotal(b.totals))[0]
}

function latest(dates: (string | undefined)[]): string | undefined {
  return dates
    .filter(date => date !== undefined)
    .toSorted()
    .at(-1)
}

const arrangedId = 'arranged'

/** The one way where a retailer leaves no choice: what it costs is in the total already. */
function arranged(currency: string): FulfilmentOption {
  return { id: arrangedId, title: 'Arranged by the retailer', price: money(0, currency) }
}

/**
 * The ways of delivery a session offers. A retailer that splits the basket into several parcels (groups) offers
 * ways for each; the shopper gets one: the cheapest of each, at the price of all, when the last has arrived.
 */
export function readOptions(session: WireCheckout, currency: string): FulfilmentOption[] {
  if (!session.fulfillment) return [arranged(currency)]
  const groups = groupsOf(session)
  const [only] = groups
  if (!only) return []
  if (groups.length === 1) {
    return only.options.map(option => ({
      id: option.id,
      title: option.title,
      carrier: option.carrier,
      earliest: option.earliest_fulfillment_time,
      latest: option.latest_fulfillment_time,
      price: money(entryTotal(option.totals), currency),
    }))
  }
  const parts = groups.map(group => cheapest(group.options)).filter(part => part !== undefined)
  if (parts.length < groups.length) return []
  return [
    {
      id: parts.map(part => part.id).join(separator),
      title: `${groups.length} parcels`,
      earliest: latest(parts.map(part => part.earliest_fulfillment_time)),
      latest: latest(parts.map(part => part.latest_fulfillment_time)),
      price: money(
        parts.reduce((sum, part) => sum + entryTotal(part.totals), 0),
        currency,
      ),
    },
  ]
}

/** The option in force, undefined while any group has none. */
export function selectedOption(session: WireCheckout): string | undefined {
  if (!session.fulfillment) return arrangedId
  const chosen = groupsOf(session).map(group => group.selected_option_id)
  if (chosen.length === 0 || chosen.some(id => !id)) return undefined
  return chosen.join(separator)
}

/** What to choose where the retailer chose nothing: the cheapest. */
export function defaultOption(options: readonly FulfilmentOption[]): string | undefined {
  return options.toSorted((a, b) => a.price.amount - b.price.amount)[0]?.id
}
