import type { Server } from 'node:http'
import type { StateMachineDefinition } from 'aws-local-stepfunctions'
import { AwsError, type Input, startAwsJson, text } from '#lib/local/stand-ins/aws-json.ts'
import type { Invoke } from '#lib/local/stand-ins/lambda/server.ts'
import { parseDefinition } from './definition.ts'
import { type Execution, Executions } from './executions.ts'
import { historyOf } from './history.ts'
import { type Run, runExecution } from './run.ts'

/** How many ended executions keep their events, which are in memory only. */
const historiesKept = 2000

type Machine = {
  arn: string
  name: string
  definition: StateMachineDefinition
  source: string
  roleArn: string
}

const seconds = (milliseconds: number | undefined) => milliseconds && milliseconds / 1000

const described = (execution: Execution) => ({
  executionArn: execution.arn,
  stateMachineArn: execution.stateMachineArn,
  name: execution.name,
  status: execution.status,
  startDate: seconds(execution.startedAt),
  stopDate: seconds(execution.stoppedAt),
})

/**
 * Step Functions' Standard workflows behind their own API, so that the unchanged SDK client works. Executions are
 * kept in `file`; after a restart those that ran are ABORTED. Event history is in memory only.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_Operations.html
 */
export function startStepFunctions(options: { port: number; file: string; invoke: Invoke }): Promise<Server> {
  const machines = new Map<string, Machine>()
  const executions = new Executions(options.file)
  const runs = new Map<string, Run>()

  const machineOf = (input: Input): Machine => {
    const machine = machines.get(text(input, 'stateMachineArn'))
    if (!machine) throw new AwsError('StateMachineDoesNotExist', 'State Machine Does Not Exist')
    return machine
  }
  const executionOf = (input: Input): Execution => {
    const execution = executions.get(text(input, 'executionArn'))
    if (!execution) throw new AwsError('ExecutionDoesNotExist', 'Execution Does Not Exist')
    return execution
  }
  const keepRun = (arn: string, run: Run) => {
    runs.set(arn, run)
    for (const old of runs.keys()) {
      if (runs.size <= historiesKept) break
      if (executions.get(old)?.status !== 'RUNNING') runs.delete(old)
    }
  }

  return startAwsJson(options.port, {
    CreateStateMachine: input => {
      const name = text(input, 'name')
      const arn = `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`
      const source = text(input, 'definition')
      const existing = machines.get(arn)
      if (existing && existing.source !== source) {
        throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`)
      }
      const definition = parseDefinition(source)
      machines.set(arn, { arn, name, definition, source, roleArn: text(input, 'roleArn') })
      return { stateMachineArn: arn, creationDate: seconds(Date.now()) }
    },
    UpdateStateMachine: input => {
      const machine = machineOf(input)
      machine.source = text(input, 'definition')
      machine.definition = parseDefinition(machine.source)
      return { updateDate: seconds(Date.now()) }
    },
    DescribeStateMachine: input => {
      const { arn, name, source, roleArn } = machineOf(input)
      const shape = { definition: source, roleArn, type: 'STANDARD', status: 'ACTIVE', creationDate: 0 }
      return { stateMachineArn: arn, name, ...shape }
    },
    StartExecution: input => {
      const machine = machineOf(input)
      const name = typeof input.name === 'string' ? input.name : crypto.randomUUID()
      const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`
      const json = typeof input.input === 'string' ? input.input : '{}'
      const known = executions.get(arn)
      if (known) {
        // Standard workflows are idempotent by name and input, but only while the first one runs.
        if (known.status === 'RUNNING' && known.input === json) {
          return { executionArn: arn, startDate: seconds(known.startedAt) }
        }
        throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
      }
      const execution: Execution = {
        arn,
        stateMachineArn: machine.arn,
        name,
        input: json,
        traceHeader: typeof input.traceHeader === 'string' ? input.traceHeader : undefined,
        startedAt: Date.now(),
        status: 'RUNNING',
      }
      executions.save(execution)
      const run = runExecution(execution, machine.definition, options.invoke)
      keepRun(arn, run)
      void run.ended.then(ended => executions.save(ended))
      return { executionArn: arn, startDate: seconds(execution.startedAt) }
    },
    DescribeExecution: input => {
      const execution = executionOf(input)
      const { input: given, output, error, cause } = execution
      return { ...described(execution), input: given, output, error, cause }
    },
    GetExecutionHistory: input => {
      const { arn } = executionOf(input)
      return { events: historyOf(runs.get(arn)?.events ?? [], input.reverseOrder === true) }
    },
    ListExecutions: input => {
      const start = Number(input.nextToken ?? 0)
      const size = Number(input.maxResults || 100)
      const all = executions
        .list(machineOf(input).arn)
        .filter(execution => !input.statusFilter || execution.status === input.statusFilter)
      const nextToken = start + size < all.length ? String(start + size) : undefined
      return { executions: all.slice(start, start + size).map(described), nextToken }
    },
    StopExecution: async input => {
      const run = runs.get(executionOf(input).arn)
      run?.abort()
      const ended = await run?.ended
      return { stopDate: seconds(ended?.stoppedAt ?? Date.now()) }
    },
  })
}
