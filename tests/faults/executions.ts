import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions'
import { AwsError, startAwsJson, text } from '#lib/local/stand-ins/aws-json.ts'
import { functions } from '#lib/workflow/functions.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'
import { waitForRetry } from './retry-clock.ts'
import { cross, later, note, runAs, stage } from './stage.ts'

type Handler = (event: unknown) => Promise<unknown>
type Execution = { name: string; input: string; status: 'RUNNING' | 'ENDED' }

const executions = new Map<string, Execution>()
const waiting: Execution[] = []

export function clearExecutions(): void {
  executions.clear()
  waiting.length = 0
}

/** Step Functions' API as the product uses it; executions run when the harness says so. Returns its port. */
export async function startWorkflowApi(): Promise<number> {
  const known = (arn: string) => executions.get(arn.split(':').at(-1) ?? '')
  const server = await startAwsJson(0, {
    StartExecution: input =>
      cross('workflow', 'start', async fault => {
        if (fault === 'refused') throw new Error('refused')
        const name = text(input, 'name')
        if (executions.has(name)) throw new AwsError('ExecutionAlreadyExists', 'Execution Already Exists')
        const execution: Execution = { name, input: text(input, 'input'), status: 'RUNNING' }
        executions.set(name, execution)
        waiting.push(execution)
        if (fault === 'lost') throw new Error('lost')
        return { executionArn: name, startDate: Date.now() / 1000 }
      }),
    DescribeExecution: input =>
      cross('workflow', 'describe', async fault => {
        if (fault) throw new Error(fault)
        const execution = known(text(input, 'executionArn'))
        if (!execution) throw new AwsError('ExecutionDoesNotExist', 'Execution Does Not Exist')
        const status = execution.status === 'RUNNING' ? 'RUNNING' : 'SUCCEEDED'
        return { executionArn: execution.name, name: execution.name, status, startDate: Date.now() / 1000 }
      }),
  })
  const address = server.address()
  return address && typeof address === 'object' ? address.port : 0
}

/** The purchase as it is deployed, but for the timers, which stand on the virtual clock. */
function definitionOf(): StateMachineDefinition {
  const source = purchaseDefinition(name => name)
  return JSON.parse(JSON.stringify(source, (key, value) => (key === 'TimeoutSeconds' ? undefined : value)))
}

const definition = definitionOf()
const named = (name: string) => Object.assign(new Error(name), { name })

async function handlersByName(): Promise<Map<string, Handler>> {
  const found = new Map<string, Handler>()
  for (const [name, { handler }] of Object.entries(functions)) {
    const [file, key] = handler.split('.') as [string, string]
    if (!file.startsWith('lib/workflow/tasks/')) continue
    const module = (await import(`#${file}.ts`)) as Record<string, Handler>
    const run = module[key]
    if (run) found.set(name, run)
  }
  return found
}

const handlers = await handlersByName()

/** One call of a function by the state machine: input and output pass as JSON, errors by name. */
async function invoke(name: string, input: unknown, kill: () => void): Promise<unknown> {
  const handler = handlers.get(name)
  if (!handler) throw new Error(`no function ${name}`)
  if (stage().sabotage === 'compensation' && name.startsWith('undo-')) return {}
  return cross('task', name, async fault => {
    if (fault === 'refused') throw named('Lambda.TooManyRequestsException')
    if (fault === 'workflow killed before') {
      kill()
      throw named('Runtime.ExitError')
    }
    const answer = await runAs('function', () => handler(structuredClone(input)), kill)
    if (fault === 'workflow killed after') kill()
    if (fault) throw named('Lambda.Unknown')
    return JSON.parse(JSON.stringify(answer))
  })
}

type Json = Parameters<StateMachine['run']>[0]

async function run(execution: Execution): Promise<void> {
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } })
  let isKilled = false
  const abort = () => {
    isKilled = true
    note(`execution ${execution.name.slice(-6)} killed`)
    running.abort()
  }
  const tasks = Object.entries(definition.States).flatMap(([name, state]) =>
    state.Type === 'Task' ? [{ name, resource: state.Resource, retriers: state.Retry ?? [] }] : [],
  )
  const handlersOf = tasks.map(({ name, resource, retriers }) => {
    let failures: string[] = []
    const call = async (input: Json) => {
      // The first call comes before `running` is there.
      await Promise.resolve()
      // The engine would still make the retry that it had begun to wait for.
      if (isKilled) return new Promise<never>(() => {})
      const last = failures.at(-1)
      if (name === 'AwaitShopper' && !last) await stage().whileAwaited()
      if (last) waitForRetry(retriers, last, failures.filter(error => error === last).length)
      try {
        return (await invoke(resource, input, abort)) as Json
      } catch (error) {
        failures = [...failures, error instanceof Error ? error.name : '']
        note(`  ${resource}: ${failures.at(-1)}`)
        throw error
      }
    }
    return [name, call] as const
  })
  const running = machine.run(JSON.parse(execution.input), {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(handlersOf),
      waitTimeOverrides: { WaitForShopper: 0 },
      retryIntervalOverrides: Object.fromEntries(tasks.map(({ name }) => [name, 0])),
    },
  })
  const collected = (async () => {
    for await (const event of running.eventLogs) stage().said.push(JSON.stringify(event))
  })()
  const output = await running.result.catch((error: unknown) => note(`execution: ${String(error)}`))
  stage().said.push(JSON.stringify(output ?? null))
  await collected.catch(() => {})
  execution.status = 'ENDED'
}

/** Runs what was started, one execution after the other, or the next in the middle of this one. Returns how many. */
export async function runExecutions(): Promise<number> {
  let count = 0
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { random } = stage()
    if (waiting.length > 0 && random.chance(0.5)) later(random.below(25), runExecutions)
    await run(next)
    count += 1
  }
  return count
}

export const areWaiting = (): boolean => waiting.length > 0
