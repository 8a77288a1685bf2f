import { mailFilter } from '#lib/notify/order-event.ts'
import { type FunctionDefinition, functions, type QueueName } from '#lib/workflow/functions.ts'
import type { Key } from './keys.ts'
import { named, pascal } from './names.ts'
import type { StageSettings } from './stages.ts'

const day = 24 * 3600

/** Lets a service of this account send to a queue, and nobody do so unencrypted. */
function allowSending(name: string, queue: aws.sqs.Queue, service: string, sourceArn: $util.Input<string>) {
  const policy = aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ['sqs:SendMessage'],
        resources: [queue.arn],
        principals: [{ type: 'Service', identifiers: [service] }],
        conditions: [{ test: 'ArnLike', variable: 'aws:SourceArn', values: [sourceArn] }],
      },
      {
        effect: 'Deny',
        actions: ['sqs:SendMessage'],
        resources: [queue.arn],
        principals: [{ type: '*', identifiers: ['*'] }],
        conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
      },
    ],
  })
  new aws.sqs.QueuePolicy(`${name}Policy`, { queueUrl: queue.url, policy: policy.json })
}

const encrypted = (key: Key) => (key ? { kmsMasterKeyId: key.arn } : { sqsManagedSseEnabled: true })

function deadLetters(name: string, key: Key) {
  return new aws.sqs.Queue(`Message${pascal(name)}DeadLetters`, {
    name: named(`${name}-dead-letters`),
    messageRetentionSeconds: 14 * day,
    ...encrypted(key),
  })
}

/** How long a function that takes from the queue may hold on to a batch: six times its limit, as Lambda asks for. */
function visibility(queueName: QueueName): number {
  const taker = Object.values<FunctionDefinition>(functions).find(each => each.queue === queueName)
  return 6 * (taker?.timeoutSeconds ?? 30)
}

function makeQueue(queueName: QueueName, key: Key) {
  const name = `Message${pascal(queueName)}`
  const dead = deadLetters(queueName, key)
  const queue = new aws.sqs.Queue(name, {
    name: named(queueName),
    visibilityTimeoutSeconds: visibility(queueName),
    messageRetentionSeconds: 4 * day,
    redrivePolicy: $jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),
    ...encrypted(key),
  })
  return { name, queue, dead }
}

/** A topic that services of this account may publish alarms on. */
function allowPublishing(name: string, topic: aws.sns.Topic) {
  const { accountId } = aws.getCallerIdentityOutput()
  const policy = aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ['sns:Publish'],
        resources: [topic.arn],
        principals: [{ type: 'Service', identifiers: ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'] }],
        conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [accountId] }],
      },
    ],
  })
  new aws.sns.TopicPolicy(`${name}Policy`, { arn: topic.arn, policy: policy.json })
}

/**
 * Topics, queues and what lies between. Orders are published on one topic with attributes to filter on; alarms about
 * the machinery go to the operators' own.
 */
export function makeMessages({ operatorEmail }: StageSettings, key: Key) {
  const topicKey = { kmsMasterKeyId: key ? key.arn : 'alias/aws/sns' }
  const orders = new aws.sns.Topic('MessageOrders', { name: named('orders'), ...topicKey })
  const operators = new aws.sns.Topic('MessageOperators', {
    name: named('operators'),
    // AWS's own key for SNS cannot be used by CloudWatch.
    ...(key ? topicKey : {}),
  })
  allowPublishing('MessageOperators', operators)

  const mail = makeQueue('order-mail', key)
  const retailerEvents = makeQueue('retailer-events', key)
  allowSending(mail.name, mail.queue, 'sns.amazonaws.com', orders.arn)
  allowSending(`${mail.name}DeadLetters`, mail.dead, 'sns.amazonaws.com', orders.arn)
  allowSending(
    `${retailerEvents.name}DeadLetters`,
    retailerEvents.dead,
    'sqs.amazonaws.com',
    retailerEvents.queue.arn,
  )

  const notices = deadLetters('notices', key)
  allowSending('MessageNoticesDeadLetters', notices, 'sns.amazonaws.com', `arn:aws:sns:*:*:${named('*')}`)
  const runs = deadLetters('runs', key)
  allowSending(
    'MessageRunsDeadLetters',
    runs,
    'lambda.amazonaws.com',
    `arn:aws:lambda:*:*:function:${named('*')}`,
  )

  new aws.sns.TopicSubscription('MessageOrderMailSubscription', {
    topic: orders.arn,
    protocol: 'sqs',
    endpoint: mail.queue.arn,
    filterPolicy: JSON.stringify(mailFilter),
    redrivePolicy: $jsonStringify({ deadLetterTargetArn: mail.dead.arn }),
  })
  const noticesRedrive = $jsonStringify({ deadLetterTargetArn: notices.arn })
  new aws.sns.TopicSubscription('MessageOrderAlarmSubscription', {
    topic: orders.arn,
    protocol: 'email',
    endpoint: operatorEmail,
    filterPolicy: JSON.stringify({ type: ['alarm'] }),
    redrivePolicy: noticesRedrive,
  })
  new aws.sns.TopicSubscription('MessageOperatorsSubscription', {
    topic: operators.arn,
    protocol: 'email',
    endpoint: operatorEmail,
    redrivePolicy: noticesRedrive,
  })

  return {
    orders,
    operators,
    queues: { 'order-mail': mail.queue, 'retailer-events': retailerEvents.queue },
    deadLetters: {
      'order-mail': mail.dead,
      'retailer-events': retailerEvents.dead,
      /** E-mails to operators that SNS could not deliver. */
      notices,
      /** Runs by the clock that failed twice. */
      runs,
    },
  }
}

export type Messages = ReturnType<typeof makeMessages>
