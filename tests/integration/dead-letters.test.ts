import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { expect, inject, test, vi } from 'vitest'
import { config } from '#lib/config.ts'
import { newId } from '#lib/domain/ids.ts'
import { queueUrl } from '#lib/local/environment.ts'
import { redrive } from '#lib/local/ops/redrive.ts'
import { deadLettersOf } from '#lib/notify/dead-letters.ts'
import { handler as watch } from '#lib/notify/watch-dead-letters.ts'
import { until } from '#tests/fixtures/stand-ins.ts'
import { listenForAlarms } from '#tests/fixtures/topic.ts'

// A message that fails is tried three times, ten seconds apart.
vi.setConfig({ testTimeout: 120_000 })

const sqs = new SQSClient({})

async function makeQueue(QueueName: string, Attributes: Record<string, string> = {}): Promise<string> {
  await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))
  return queueUrl(inject('ports'), QueueName)
}

test('a message that the mailer cannot take ends among the dead letters and raises an alarm, once for a while', async () => {
  const alarm = await listenForAlarms()
  const [mailQueue = ''] = config.QUEUE_URLS
  await new SNSClient({}).send(
    new PublishCommand({
      TopicArn: process.env.ORDER_TOPIC_ARN,
      Message: '{"not":"an event"}',
      MessageAttributes: { type: { DataType: 'String', StringValue: 'order.poison' } },
    }),
  )
  await until(async () => (await deadLettersOf(mailQueue)).count > 0)
  expect(await watch()).toEqual({ alarms: 1 })
  const heard = await alarm('dead_letters')
  expect(heard).toContain('order-mail-dead-letters')
  expect(heard).not.toContain('not an event')
  expect(await watch()).toEqual({ alarms: 0 })
})

test('dead letters go back into their queue, all of them, as they were', async () => {
  const name = newId('event')
  const dead = await makeQueue(`${name}-dead`)
  const source = await makeQueue(name, {
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${name}-dead`,
      maxReceiveCount: 3,
    }),
  })
  const bodies = Array.from({ length: 23 }, (_, index) => `letter ${index}`)
  for (const MessageBody of bodies) await sqs.send(new SendMessageCommand({ QueueUrl: dead, MessageBody }))
  expect(await redrive(source)).toEqual({ from: `${name}-dead`, moved: 23 })
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['All'] }),
  )
  expect(Attributes).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
  })
  const received: (string | undefined)[] = []
  await until(async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: source, MaxNumberOfMessages: 10 }),
    )
    received.push(...Messages.map(message => message.Body))
    return received.length >= bodies.length
  })
  expect(received.toSorted()).toEqual(bodies.toSorted())
  expect(await redrive(source)).toMatchObject({ moved: 0 })
})
