import { isEnded, type OrderStatus, type Step, steps } from '#lib/domain/order.ts'

type Stage = 'submitted' | Step
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
  const lost = isEnded(state) && state !== 'confirmed'
  // Of an order that did not go through the last stage is told too, without the ones before it having happened.
  const told = timeline.filter(entry => !lost || entry.step !== 'publish-status')
  const reached = Math.max(...told.map(entry => stages.indexOf(entry.step)))
  const list = stages.map((stage, index): Progress => {
    const entries = timeline.filter(entry => entry.step === stage)
    const last = entries.at(-1)
    if (!last) return { stage, status: state === 'confirmed' || index < reached ? 'done' : 'waiting' }
    // A step's end is written down with the beginning of the next one.
    const passed = last.status === 'started' && (state === 'confirmed' || index < reached)
    const status = last.status === 'started' ? (passed ? 'done' : 'active') : last.status
    return { stage, status, at: last.at }
  })
  if (!lost) return list
  return list.filter(({ stage, status }) => status !== 'waiting' && stage !== 'publish-status')
}

/** What a stage is called, to the shopper. */
export function stageWords({ stage, status }: Pick<Progress, 'stage' | 'status'>, retailer: string): string {
  if (status === 'undone') return undoneWords[stage] ?? 'Taken back'
  const words: Record<Stage, string> = {
    submitted: 'We have your order',
    'initialize-order': `${retailer} prepares it`,
    'verify-payment': 'Your card is checked',
    'add-customer': 'Your details are noted',
    'place-order': `${retailer} sells it to you`,
    'capture-order': `${retailer} gives its order number`,
    'publish-status': 'The confirmation is on its way to you',
  }
  return words[stage]
}

const undoneWords: Partial<Record<Stage, string>> = {
  'initialize-order': 'The goods went back on the shelf',
  'verify-payment': 'Your card was let go, without a charge',
  'add-customer': 'Your details were taken back',
}
