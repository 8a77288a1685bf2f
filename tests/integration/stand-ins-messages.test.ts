import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { names, queueUrl } from '#lib/local/environment.ts'
import { choosePorts, type Ports } from '#lib/local/ports.ts'
import { type StandIns, startStandIns } from '#lib/local/stand-ins/start.ts'
import { temporaryFolder, testFunctions, until } from '#tests/fixtures/stand-ins.ts'

const { folder, remove } = temporaryFolder()
const received = join(folder, 'received')
let ports: Ports
let standIns: StandIns

beforeAll(async () => {
  process.env.RECEIVED = received
  ports = (await choosePorts(14_070)).ports
  standIns = await startStandIns({ ports, folder, functions: testFunctions, mailRetrySeconds: 1 })
})
afterAll(async () => {
  await standIns.stop()
  remove()
})

const bodies = () => (existsSync(received) ? readFileSync(received, 'utf8').split('\n') : [])
const publish = (message: string, type = 'order.confirmed') =>
  new SNSClient({ endpoint: standIns.env.AWS_ENDPOINT_URL_SNS }).send(
    new PublishCommand({
      TopicArn: standIns.env.ORDER_TOPIC_ARN,
      Message: message,
      MessageAttributes: { type: { DataType: 'String', StringValue: type } },
    }),
  )

test('what is published about orders reaches the function once, alarms do not; what it refuses three times becomes a dead letter', async () => {
  const sqs = new SQSClient({ endpoint: standIns.env.AWS_ENDPOINT_URL_SQS })
  await publish('welcome')
  await publish('fire', 'alarm')
  await publish('poison')
  const dead = queueUrl(ports, names.mailDeadLetters)
  const letter = await until(
    async () =>
      (await sqs.send(new ReceiveMessageCommand({ QueueUrl: dead, WaitTimeSeconds: 2 }))).Messages?.[0],
  )
  expect(letter.Body).toContain('poison')
  expect(bodies().filter(body => body.includes('poison'))).toHaveLength(3)
  expect(bodies().filter(body => body.includes('welcome'))).toHaveLength(1)
  expect(bodies().filter(body => body.includes('fire'))).toEqual([])
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl(ports, names.mailQueue), AttributeNames: ['All'] }),
  )
  expect(Attributes?.ApproximateNumberOfMessages).toBe('0')
}, 60_000)
