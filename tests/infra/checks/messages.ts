import { mailFilter } from '#lib/notify/order-event.ts'
import { type FunctionDefinition, functions } from '#lib/workflow/functions.ts'
import { type Check, type Graph, statementsOf, text, unless } from '#tests/infra/graph.ts'

const targetOf = (redrivePolicy: unknown) =>
  (JSON.parse(text(redrivePolicy) || '{}') as { deadLetterTargetArn?: string }).deadLetterTargetArn ?? ''

/** The queue with this ARN, whose last part is its name. */
function queueAt(graph: Graph, arn: string) {
  const name = arn.split(':').at(-1)
  return graph.all('sqs/queue:Queue').find(({ inputs }) => inputs.name === name)
}

/** Whether a policy lets this service send to the queue. */
function lets(graph: Graph, arn: string, service: string): boolean {
  const name = arn.split(':').at(-1) ?? ''
  return graph
    .all('sqs/queuePolicy:QueuePolicy')
    .filter(({ inputs }) => text(inputs.queueUrl).endsWith(`/${name}`))
    .flatMap(({ inputs }) => statementsOf(inputs.policy))
    .some(each => each.effect === 'Allow' && each.principals.includes(service))
}

function deadLettersFor(graph: Graph, what: string, target: string, service?: string): string[] {
  if (!queueAt(graph, target)) return [`${what} has no dead letters`]
  return unless(
    !service || lets(graph, target, service),
    `no queue policy lets ${service} send the dead letters of ${what}`,
  )
}

const subscriptions: Check = {
  name: 'each subscription has dead letters that SNS may send to, and its queue takes the topic’s messages',
  problems: graph =>
    graph
      .all('sns/topicSubscription:TopicSubscription')
      .flatMap(({ name, inputs }) => [
        ...deadLettersFor(graph, name, targetOf(inputs.redrivePolicy), 'sns.amazonaws.com'),
        ...unless(
          inputs.protocol !== 'sqs' || lets(graph, text(inputs.endpoint), 'sns.amazonaws.com'),
          `no queue policy lets ${name} deliver`,
        ),
      ]),
}

const queues: Check = {
  name: 'each queue has dead letters, is encrypted, and hides a message six times as long as its function may take',
  problems: graph =>
    graph.all('sqs/queue:Queue').flatMap(({ name, inputs }) => {
      const isEncrypted = Boolean(
        inputs.kmsMasterKeyId ?? inputs.sqsManagedSseEnabled ?? name.startsWith('SiteRevalidationEvents'),
      )
      const taker = Object.values<FunctionDefinition>(functions).find(
        each => each.queue && text(inputs.name).endsWith(`-${each.queue}`),
      )
      return [
        ...(name.endsWith('DeadLetters') ? [] : deadLettersFor(graph, name, targetOf(inputs.redrivePolicy))),
        ...unless(isEncrypted, `${name} is not encrypted`),
        ...unless(
          !taker || Number(inputs.visibilityTimeoutSeconds) >= 6 * taker.timeoutSeconds,
          `${name} shows a message again while its function may still run`,
        ),
      ]
    }),
}

const clock: Check = {
  name: 'what runs by the clock does so, and its failures have dead letters; what takes from a queue is mapped to it',
  problems: graph =>
    Object.entries<FunctionDefinition>(functions).flatMap(([name, { everySeconds, queue }]) => {
      const isOf = (value: unknown) =>
        text(value)
          .replaceAll(/[^a-z]/gi, '')
          .toLowerCase()
          .includes(`function${name.replaceAll('-', '')}function`)
      const schedule = graph
        .all('scheduler/schedule:Schedule')
        .find(({ inputs }) => isOf((inputs.target as { arn?: string }).arn))
      const dead = (schedule?.inputs.target as { deadLetterConfig?: { arn: string } } | undefined)
        ?.deadLetterConfig?.arn
      const config = graph
        .all('lambda/functionEventInvokeConfig:FunctionEventInvokeConfig')
        .find(({ inputs }) => isOf(inputs.functionName))?.inputs.destinationConfig as
        | { onFailure?: { destination: string } }
        | undefined
      const source = graph
        .all('lambda/eventSourceMapping:EventSourceMapping')
        .find(({ inputs }) => isOf(inputs.functionName))
      return [
        ...unless(!everySeconds || schedule !== undefined, `nothing runs ${name}`),
        ...(everySeconds ? deadLettersFor(graph, `${name}’s schedule`, dead ?? '') : []),
        ...(everySeconds
          ? deadLettersFor(graph, name, config?.onFailure?.destination ?? '', 'lambda.amazonaws.com')
          : []),
        ...unless(
          !queue || text(source?.inputs.eventSourceArn).endsWith(`-${queue}`),
          `${name} is handed nothing of ${queue}`,
        ),
        ...unless(
          !queue || String(source?.inputs.functionResponseTypes) === 'ReportBatchItemFailures',
          `a message that fails in ${name} takes its batch along`,
        ),
      ]
    }),
}

const topics: Check = {
  name: 'topics are encrypted; operators hear of alarms, the mailer of orders only',
  problems: graph => {
    const policies = graph
      .all('sns/topicSubscription:TopicSubscription')
      .map(({ inputs }) => [text(inputs.protocol), text(inputs.filterPolicy)].join(' '))
    const orders = graph.one('sns/topic:Topic', 'MessageOrders')
    return [
      ...unless(Boolean(orders?.inputs.kmsMasterKeyId), 'the order topic is not encrypted'),
      ...unless(
        policies.includes(`sqs ${JSON.stringify(mailFilter)}`),
        'the mailer is not subscribed to orders',
      ),
      ...unless(
        policies.includes('email {"type":["alarm"]}'),
        'no operator hears of orders that need attention',
      ),
      ...unless(policies.includes('email '), 'no operator hears of CloudWatch’s alarms'),
    ]
  },
}

const mail: Check = {
  name: 'mail has an SES identity of its own, sent over TLS',
  problems: graph => {
    const identity = graph.one('sesv2/emailIdentity:EmailIdentity', 'MailIdentity')?.inputs
    const set = graph.one('sesv2/configurationSet:ConfigurationSet', 'MailConfiguration')?.inputs
    const delivery = set?.deliveryOptions as { tlsPolicy?: string } | undefined
    return [
      ...unless(Boolean(identity?.configurationSetName), 'the identity has no configuration set'),
      ...unless(delivery?.tlsPolicy === 'REQUIRE', 'mail may go out unencrypted'),
    ]
  },
}

export const messageChecks = [subscriptions, queues, clock, topics, mail]
