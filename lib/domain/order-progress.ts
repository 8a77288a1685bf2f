import { isEnded, type OrderStatus, type Step, steps } from '#lib/domain/order.ts'

type Stage = 'submitted' | Step | 'cancel-order'
export type Progress = {
  stage: Stage
  status: 'waiting' | 'active' | 'done' | 'failed' | 'undone'
  /** ISO 8601: when the stage last moved. */
  at?: string
}

const stages: readonly Stage[] = ['submitted', ...steps]

/**
 * The purchase as a list of stages, each with how it stands. Of an order that did not go through, stages never
 * reached are left out.
 */
export function progressOf({ state, timeline }: Pick<OrderStatus, 'state' | 'timeline'>): Progress[] {
  const bought = state === 'confirmed' || state === 'cancelled'
  const lost = isEnded(state) && !bought
  // Of an order that did not go through the last stage is told too, without the ones before it having happened.
  const told = timeline.filter(entry => !lost || entry.step !== 'publish-status')
  const reached = Math.max(...told.map(entry => stages.indexOf(entry.step)))
  const list = stages.map((stage, index): Progress => {
    const entries = timeline.filter(entry => entry.step === stage)
    const last = entries.at(-1)
    if (!last) return { stage, status: bought || index < reached ? 'done' : 'waiting' }
    // A step's end is written down with the beginning of the next one.
    const passed = last.status === 'started' && (bought || index < reached)
    const status = last.status === 'started' ? (passed ? 'done' : 'active') : last.status
    return { stage, status, at: last.at }
  })
  const cancelling = timeline.findLast(entry => entry.step === 'cancel-order')
  if (cancelling) {
    const status = cancelling.status === 'started' ? 'active' : cancelling.status
    list.push({ stage: 'cancel-order', status, at: cancelling.at })
  }
  if (!lost) return list
  return list.filter(({ stage, status }) => status !== 'waiting' && stage !== 'publish-status')
}

type Words = { ahead: string; done: string; failed: string; undone: string }

/** Of a card that nobody but the retailer can check, which it does as it sells. */
function checkedAtPlace(retailer: string): Words {
  const words = `${retailer} checks your card when it sells`
  const failed = 'Your card’s details were no longer at hand'
  return { ahead: words, done: words, failed, undone: 'Your card was let go, without a charge' }
}

function wordsOf(stage: Stage, retailer: string): Words {
  switch (stage) {
    case 'submitted':
    case 'publish-status': {
      const words = stage === 'submitted' ? 'We have your order' : 'The confirmation is on its way to you'
      return { ahead: words, done: words, failed: words, undone: words }
    }
    case 'initialize-order':
      return {
        ahead: `${retailer} prepares it`,
        done: `${retailer} prepared it`,
        failed: `${retailer} could not prepare it`,
        undone: `Nothing is held for you at ${retailer} any more`,
      }
    case 'verify-payment':
      return {
        ahead: 'Your card is checked',
        done: 'Your card was checked',
        failed: 'The check of your card did not pass',
        undone: 'Your card was let go, without a charge',
      }
    case 'add-customer':
      return {
        ahead: 'Your details are noted',
        done: 'Your details were noted',
        failed: 'Your details could not be noted',
        undone: 'Your details were taken back',
      }
    case 'place-order':
      return {
        ahead: `${retailer} sells it to you`,
        done: `${retailer} sold it to you`,
        failed: `${retailer} has not confirmed the sale`,
        undone: `${retailer} took the sale back`,
      }
    case 'capture-order':
      return {
        ahead: `${retailer} gives its order number`,
        done: `${retailer} gave its order number`,
        failed: `${retailer}’s order number is still to come`,
        undone: `${retailer}’s order number is void`,
      }
    case 'cancel-order':
      return {
        ahead: `${retailer} is asked to cancel it`,
        done: `${retailer} cancelled it, as you asked`,
        failed: `${retailer} did not cancel it`,
        undone: `${retailer} took the cancellation back`,
      }
  }
}

/** What a stage is called, to the shopper. */
export function stageWords(
  { stage, status }: Pick<Progress, 'stage' | 'status'>,
  retailer: string,
  order: Pick<OrderStatus, 'checkedAtPlace'> = {},
): string {
  const isOpen = stage === 'verify-payment' && order.checkedAtPlace
  const words = isOpen ? checkedAtPlace(retailer) : wordsOf(stage, retailer)
  return status === 'waiting' || status === 'active' ? words.ahead : words[status]
}
