import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  GetExecutionHistoryCommand,
  InvalidDefinition,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { functionArn } from '#lib/local/environment.ts'
import { choosePorts, type Ports } from '#lib/local/ports.ts'
import { close } from '#lib/local/stand-ins/aws-json.ts'
import { type Lambda, startLambda } from '#lib/local/stand-ins/lambda/server.ts'
import { startStepFunctions } from '#lib/local/stand-ins/step-functions/server.ts'
import { temporaryFolder, testFunctions, until } from '#tests/fixtures/stand-ins.ts'

const { folder, remove } = temporaryFolder()
const file = join(folder, 'executions.jsonl')
let ports: Ports
let lambda: Lambda
let server: Awaited<ReturnType<typeof startStepFunctions>>
let sfn: SFNClient
let machine: string

const retry = {
  ErrorEquals: ['retailer_unreachable'],
  IntervalSeconds: 1,
  MaxAttempts: 2,
  MaxDelaySeconds: 1,
}
const definition = {
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: functionArn('flaky'),
      Retry: [retry],
      Catch: [{ ErrorEquals: ['out_of_stock'], ResultPath: '$.failure', Next: 'Settle' }],
      Next: 'Wait',
    },
    Wait: { Type: 'Task', Resource: functionArn('slow'), End: true },
    Settle: { Type: 'Pass', End: true },
  },
}

async function create(name: string, source: unknown = definition) {
  const command = new CreateStateMachineCommand({
    name,
    definition: JSON.stringify(source),
    roleArn: 'arn:local',
  })
  return (await sfn.send(command)).stateMachineArn ?? ''
}

async function start(name: string, event: object) {
  const input = JSON.stringify({ key: name, failures: 0, code: 'none', milliseconds: 0, ...event })
  const answer = await sfn.send(new StartExecutionCommand({ stateMachineArn: machine, name, input }))
  return answer.executionArn ?? ''
}

const read = (executionArn: string) => sfn.send(new DescribeExecutionCommand({ executionArn }))

const ended = (executionArn: string) =>
  until(async () => {
    const execution = await read(executionArn)
    return execution.status !== 'RUNNING' && execution
  })

beforeAll(async () => {
  ports = (await choosePorts(14_050)).ports
  const env = { AWS_REGION: 'us-east-1' }
  lambda = await startLambda({ port: ports.lambda, functions: testFunctions, env, onLine: () => {} })
  server = await startStepFunctions({ port: ports.stepFunctions, file, invoke: lambda.invoke })
  sfn = new SFNClient({ endpoint: `http://127.0.0.1:${ports.stepFunctions}` })
  machine = await create('purchase')
})
afterAll(async () => {
  await close(server)
  await lambda.stop()
  remove()
})

test('a start repeated with the same name and input while it runs is the same execution', async () => {
  const first = await start('ord_same', { milliseconds: 1000 })
  expect(await start('ord_same', { milliseconds: 1000 })).toBe(first)
  await expect(start('ord_same', { milliseconds: 1001 })).rejects.toThrow(ExecutionAlreadyExists)
  expect((await ended(first)).status).toBe('SUCCEEDED')
  await expect(start('ord_same', { milliseconds: 1000 })).rejects.toThrow(ExecutionAlreadyExists)
  const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: machine }))
  expect(executions?.filter(execution => execution.name === 'ord_same')).toHaveLength(1)
})

test("a task's error is matched by its name: retried, then the run goes on", async () => {
  const arn = await start('ord_retry', { failures: 2, code: 'retailer_unreachable' })
  const execution = await ended(arn)
  expect(execution.status).toBe('SUCCEEDED')
  expect(JSON.parse(execution.output ?? '')).toMatchObject({ attempt: 3 })
  const { events } = await sfn.send(new GetExecutionHistoryCommand({ executionArn: arn }))
  expect(events?.filter(event => event.type === 'LambdaFunctionFailed')).toHaveLength(2)
  expect(events?.at(-1)?.type).toBe('ExecutionSucceeded')
})

test("a task's error is caught, with the function's answer as its cause and never the message", async () => {
  const execution = await ended(await start('ord_catch', { failures: 9, code: 'out_of_stock' }))
  const { failure } = JSON.parse(execution.output ?? '') as { failure: { Error: string; Cause: string } }
  expect(failure.Error).toBe('out_of_stock')
  expect(JSON.parse(failure.Cause)).toMatchObject({ errorType: 'out_of_stock', errorMessage: 'out_of_stock' })
})

test('an error nobody catches fails the execution', async () => {
  const execution = await ended(await start('ord_fail', { failures: 9, code: 'not_found' }))
  expect(execution).toMatchObject({ status: 'FAILED', error: 'not_found' })
})

test('an execution can be stopped, and what ran is ABORTED after a restart', async () => {
  const stopped = await start('ord_stop', { milliseconds: 1500 })
  await sfn.send(new StopExecutionCommand({ executionArn: stopped }))
  expect((await read(stopped)).status).toBe('ABORTED')

  const interrupted = await start('ord_interrupted', { milliseconds: 1500 })
  const finished = await ended(await start('ord_finished', {}))
  const second = await startStepFunctions({ port: ports.site, file, invoke: lambda.invoke })
  sfn = new SFNClient({ endpoint: `http://127.0.0.1:${ports.site}` })
  expect((await read(interrupted)).status).toBe('ABORTED')
  expect((await read(finished.executionArn ?? '')).status).toBe('SUCCEEDED')
  await close(second)
  sfn = new SFNClient({ endpoint: `http://127.0.0.1:${ports.stepFunctions}` })
})

test('JSONata, which would run silently wrong, is refused', async () => {
  await expect(create('jsonata', { ...definition, QueryLanguage: 'JSONata' })).rejects.toThrow(
    InvalidDefinition,
  )
})

test('a function out of time and a function that kills its process both answer an error', async () => {
  const client = new LambdaClient({ endpoint: `http://127.0.0.1:${ports.lambda}` })
  const invoke = async (FunctionName: string, event: object) => {
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }))
    return { error: answer.FunctionError, payload: JSON.parse(answer.Payload?.transformToString() ?? '') }
  }
  expect(await invoke('slow', { milliseconds: 5000 })).toMatchObject({
    error: 'Unhandled',
    payload: { errorType: 'Sandbox.Timedout' },
  })
  expect(await invoke('crash', {})).toMatchObject({ payload: { errorType: 'Runtime.ExitError' } })
  expect(await invoke(functionArn('slow'), { milliseconds: 1 })).toEqual({
    error: undefined,
    payload: { milliseconds: 1 },
  })
  await expect(invoke('nothing', {})).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})
