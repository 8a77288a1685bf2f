import { type Random, randomOf } from './random.ts'

/** What can go wrong with one call. `before` and `after` are as seen from its effect. */
export const faultsOf = {
  http: [
    'refused 500',
    'refused 503',
    'refused 429',
    'reset before',
    'reset after',
    'timeout before',
    'timeout after',
    'error 500 after',
    'error 503 after',
    'truncated',
    'twice',
    'late',
    'echo',
    'dies before',
    'dies after',
  ],
  table: ['throttled', 'conflict', 'unreachable', 'lost', 'twice'],
  topic: ['refused', 'lost'],
  workflow: ['refused', 'lost'],
  mail: ['refused', 'lost'],
  task: ['refused', 'answer lost', 'workflow killed before', 'workflow killed after'],
  queue: ['twice'],
} as const

/** Faults of a call besides those of its kind: the process that makes it ends, or the execution it belongs to. */
const crashes = ['crash before', 'crash after'] as const
const deaths = [...crashes, 'kill before', 'kill after', 'orphan'] as const

/**
 * What a call brings is kept in memory, which functions share here, and others wait for this very call: the registry's
 * rows and a retailer's profile. Left hanging, it would stop them all.
 */
export const isShared = (operation: string): boolean => ['Query', 'profile'].includes(operation)

export type Boundary = keyof typeof faultsOf
export type Fault = (typeof faultsOf)[Boundary][number] | (typeof deaths)[number]

const operations = {
  http: [
    'get',
    'update',
    'hold',
    'order',
    'cancel',
    'release',
    'verify',
    'void',
    'charge',
    'cancel_order',
    'refund',
  ],
  table: ['UpdateItem', 'GetItem', 'TransactWriteItems', 'Query'],
  topic: ['publish'],
  workflow: ['start', 'describe'],
  mail: ['send'],
  queue: ['receive'],
  task: [
    ...['initialize-order', 'verify-payment', 'add-customer', 'place-order', 'capture-order'],
    ...['publish-status', 'undo-add-customer', 'undo-verify-payment', 'undo-initialize-order'],
    ...['await-shopper', 'cancel-order'],
  ],
} as const satisfies Record<Boundary, [string, ...string[]] | string[]>

const boundaries: readonly [Boundary, ...Boundary[]] = [
  ...(['http', 'http', 'http', 'table', 'table', 'topic', 'workflow', 'mail', 'queue', 'task'] as const),
]

/** One operation and one fault of it. Telling the retailer to sell, which must happen once, is drawn most often. */
function targetOf(random: Random): { operation: string; fault: Fault } {
  if (random.chance(0.35)) return { operation: 'complete', fault: random.pick(faultsOf.http) }
  const boundary: Boundary = random.pick(boundaries)
  const known: readonly string[] = operations[boundary]
  return { operation: known[random.below(known.length)] ?? '', fault: random.pick<Fault>(faultsOf[boundary]) }
}

/** How a case's faults are spread. */
const shapes = [
  'single',
  'single',
  'scattered',
  'scattered',
  'stubborn',
  'stubborn',
  'storm',
  'calm',
] as const

type Plan = (operation: string, call: number) => { strikes: boolean; fault?: Fault }

function planOf(random: Random): { name: string; plan: Plan } {
  const shape = random.pick(shapes)
  const scattered = (probability: number, most: number): Plan => {
    let left = most
    return () => ({ strikes: left > 0 && random.chance(probability) && left-- > 0 })
  }
  if (shape === 'calm') return { name: shape, plan: () => ({ strikes: false }) }
  if (shape === 'single') {
    const at = random.below(50)
    return { name: `single at call ${at}`, plan: (_, call) => ({ strikes: call === at }) }
  }
  if (shape === 'scattered') {
    const probability = random.pick([0.03, 0.08, 0.2])
    return { name: `scattered ${probability}`, plan: scattered(probability, 40) }
  }
  if (shape === 'storm') {
    const length = 20 + random.below(150)
    return {
      name: `storm of ${length}`,
      plan: (_, call) => ({ strikes: call < length && random.chance(0.5) }),
    }
  }
  const { operation, fault } = targetOf(random)
  let left = random.pick([1, 1, 1, 2, 3, 5, 8, 20, 60])
  const others = scattered(0.02, 5)
  return {
    name: `${operation}: ${fault}, ${left} times`,
    plan: (asked, call) => {
      if (asked === operation && left-- > 0) return { strikes: true, fault }
      return others(asked, call)
    },
  }
}

export type Schedule = {
  name: string
  /** The fault that the next call suffers. `caller`: what can end in mid-call, if anything. */
  next: (boundary: Boundary, operation: string, caller?: 'function' | 'process') => Fault | undefined
}

/** The faults of one case: the same for the same seed and the same calls. */
export function scheduleOf(seed: number): Schedule {
  const random = randomOf(seed ^ 0xfa17)
  const { name, plan } = planOf(random)
  let call = -1
  return {
    name,
    next(boundary, operation, caller) {
      call += 1
      const { strikes, fault } = plan(operation, call)
      if (!strikes) return undefined
      const known: readonly Fault[] = faultsOf[boundary]
      const ends = { function: deaths, process: crashes }[caller ?? 'process'].filter(
        death => death !== 'orphan' || !isShared(operation),
      )
      const possible = caller && boundary !== 'task' ? [...known, ...ends] : known
      if (fault && possible.includes(fault)) return fault
      return possible[random.below(possible.length)]
    },
  }
}
