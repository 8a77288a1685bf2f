import type { Evaluation, Resource } from './evaluate.ts'

export type Fields = Record<string, unknown>

/** One stage's resources, with the questions that checks ask. */
export class Graph {
  readonly stage: string
  readonly resources: readonly Resource[]
  readonly handlers: readonly string[]

  constructor({ stage, resources, handlers }: Evaluation) {
    this.stage = stage
    this.resources = resources
    this.handlers = handlers
  }

  get isProduction(): boolean {
    return this.stage === 'production'
  }

  /** All of a type, such as `sqs/queue:Queue`. */
  all(type: string): Resource[] {
    return this.resources.filter(each => each.type === `aws:${type}`)
  }

  /** One by type and its name in the program. */
  one(type: string, name: string): Resource | undefined {
    return this.all(type).find(each => each.name === name)
  }
}

export type Check = {
  /** What holds, for the report. */
  name: string
  /** What is wrong, a line each; nothing when it holds. */
  problems: (graph: Graph) => string[]
}

/** The complaint unless it holds. */
export function unless(holds: boolean, complaint: string): string[] {
  return holds ? [] : [complaint]
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A policy's statements, with lists everywhere. */
export type Statement = {
  effect: string
  actions: string[]
  resources: string[]
  principals: string[]
}

/** A policy document, given as JSON. */
export function statementsOf(policy: unknown): Statement[] {
  const parsed = JSON.parse(text(policy) || '{"Statement":[]}') as { Statement: Fields[] }
  const list = (value: unknown) => [value ?? []].flat() as string[]
  return parsed.Statement.map(({ Effect, Action, Resource: Resources, Principal }) => ({
    effect: text(Effect),
    actions: list(Action),
    resources: list(Resources),
    principals:
      typeof Principal === 'object' && Principal ? Object.values(Principal).flatMap(list) : list(Principal),
  }))
}

/** What a role may do: the statements of its inline policies. */
export function grantsOf(role: Resource): Statement[] {
  return ((role.inputs.inlinePolicies ?? []) as Fields[]).flatMap(({ policy }) => statementsOf(policy))
}
