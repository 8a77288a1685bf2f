import { shortDateTime } from '#lib/domain/dates.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import type { Circuit, RetailerHealth, RetailerRecord, Trouble } from '#lib/domain/retailer-health.ts'

/** What each kind of retailer is called, and what it means. */
export const kindWords: Record<RegistryRow['adapter'], { name: string; text: string }> = {
  ucp: {
    name: 'Speaks the protocol',
    text: 'It serves a profile of the Universal Commerce Protocol. Its address is enough.',
  },
  handoff: {
    name: 'Sells on its own site only',
    text: 'A link takes shoppers there, with their cart in it where the shop allows that.',
  },
  rest: {
    name: 'Has an API of its own',
    text: 'It speaks the API that the adapter “rest” is written for. What it can do is said here.',
  },
}

const troubleTexts: Record<Trouble, string> = {
  no_such_host: 'There is no server of that name. Is the address spelled right?',
  refused_connection: 'There is a machine of that name, and nothing answers on it.',
  slow: 'It did not answer in time.',
  not_secure: 'Its certificate is not valid for this address, so nothing was sent.',
  moved: 'It sends us on to another address. Enter the address where the profile really is.',
  missing: 'It answers, and has no profile at this address.',
  failing: 'It answers with an error of its own. Tell whoever runs it.',
  unreadable: 'It answers with something that is no profile, or breaks off.',
  not_our_version:
    'Its profile offers no service that this site can use: REST, version 2026-04-08, by https, at a public address.',
  no_secret: 'Its key is not in Secrets Manager under the name given here.',
  refused: 'It answers and refuses us. Is the key right, and does it know this site?',
  unreachable: 'It could not be reached.',
}

/** Why a retailer could not be asked, for whoever has to mend it. */
export function troubleWords(trouble: Trouble): string {
  return troubleTexts[trouble]
}

/** How a retailer answered when it was last asked by the clock or checked, in a sentence. */
export function healthWords(health: RetailerHealth | undefined): string {
  const { answeredAt, failedAt, failures = 0, trouble } = health ?? {}
  if (failures > 0 && failedAt) {
    const times = failures === 1 ? '' : `, ${failures} times in a row`
    const before = answeredAt ? ` It last answered ${shortDateTime(answeredAt)}.` : ''
    return `No answer ${shortDateTime(failedAt)}${times}. ${trouble ? troubleWords(trouble) : ''}${before}`
  }
  return answeredAt ? `Answered ${shortDateTime(answeredAt)}.` : 'It has not been asked yet.'
}

/** How the server that made the page stands with a retailer. */
export function circuitWords(circuit: Circuit | undefined): string {
  if (!circuit) return 'This server has not asked it for a price since it started.'
  if (circuit.state === 'closed') {
    return circuit.answeredAt
      ? `Asked for every cart. It last answered this server ${shortDateTime(circuit.answeredAt)}.`
      : 'Asked for every cart.'
  }
  const since = circuit.failedAt ? ` since ${shortDateTime(circuit.failedAt)}` : ''
  return circuit.state === 'open'
    ? `Left in peace${since}, after five carts without an answer: shoppers read that it is not answering.`
    : 'Left in peace until one question that is under way has been answered.'
}

function percent(part: number, whole: number): string {
  const share = (part / whole) * 100
  return `${share > 0 && share < 1 ? 'under 1' : Math.round(share)} %`
}

/** What became of carts and orders, a sentence each; empty where there were none. */
export function recordWords({ asked, silent, placed, confirmed, failed }: RetailerRecord): string[] {
  return [
    ...(asked > 0
      ? [`Carts compared: ${asked}, without its price: ${silent} (${percent(silent, asked)}).`]
      : []),
    ...(placed > 0
      ? [
          `Orders: ${placed}, confirmed: ${confirmed}, lost since it did not answer: ${failed} (${percent(failed, placed)}).`,
        ]
      : []),
  ]
}
