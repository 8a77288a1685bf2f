import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs'
import { buildApp } from 'fauxqs'
import { names } from '#lib/local/environment.ts'
import { mailFilter } from '#lib/notify/order-event.ts'

/**
 * SNS and SQS on 127.0.0.1, with the topic, the mail queue and its dead letters. All is in memory: a kill loses
 * messages on their way to the mailer, so `reconcile` sends the mail of orders that ended without one; topic and
 * queues are made anew at each start.
 */
export async function startMessages(port: number) {
  const app = buildApp({ logger: false })
  await app.listen({ port, host: '127.0.0.1' })
  return app
}

/**
 * Makes the topic and the queues with the attributes that the cloud stack gives them, save that a message that failed is
 * tried again after `retrySeconds`, while one still watches.
 */
export async function makeQueues(endpoint: string, retrySeconds: number): Promise<void> {
  const client = {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const sns = new SNSClient(client)
  const sqs = new SQSClient(client)
  const arn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`
  const makeQueue = async (QueueName: string, deadLetters: string, maxReceiveCount: number) => {
    await sqs.send(new CreateQueueCommand({ QueueName: deadLetters }))
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: arn(deadLetters), maxReceiveCount })
    const Attributes = { VisibilityTimeout: String(retrySeconds), RedrivePolicy }
    await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))
  }
  await makeQueue(names.mailQueue, names.mailDeadLetters, 3)
  await makeQueue(names.retailerEvents, names.retailerEventsDeadLetters, 5)
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: names.topic }))
  await sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: arn(names.mailQueue),
      ReturnSubscriptionArn: true,
      Attributes: { FilterPolicy: JSON.stringify(mailFilter) },
    }),
  )
}
