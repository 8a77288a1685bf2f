import { readFileSync } from 'node:fs'
import { metricNames, metricNamespace, metricService } from '#lib/metric-names.ts'
import { type FunctionDefinition, functions } from '#lib/workflow/functions.ts'
import { type Check, type Fields, type Graph, text, unless } from '#tests/infra/graph.ts'

type Alarm = { name: string; inputs: Fields }

/** Every metric that an alarm watches, its own or in an expression. */
function metricsOf({ inputs }: Alarm): { metricName: string; dimensions: Fields }[] {
  const queries = (inputs.metricQueries ?? []) as { metric?: Fields }[]
  return [inputs, ...queries.map(query => query.metric ?? {})].flatMap(metric =>
    metric.metricName
      ? [{ metricName: text(metric.metricName), dimensions: (metric.dimensions ?? {}) as Fields }]
      : [],
  )
}

/** Metrics of the product's own carry a service, or there is nothing to be seen. */
function watches(alarm: Alarm, metricName: string, dimensions: Fields = {}): boolean {
  const isOurs = Object.values<string>(metricNames).includes(metricName)
  return metricsOf(alarm).some(
    metric =>
      metric.metricName === metricName &&
      (!isOurs || metric.dimensions.service === metricService) &&
      Object.entries(dimensions).every(([name, value]) => metric.dimensions[name] === value),
  )
}

function wanted(graph: Graph): [string, string, Fields?][] {
  const machine = 'StateMachineArn'
  const secrets = graph.all('secretsmanager/secret:Secret').map(({ inputs }) => text(inputs.name))
  const retailers = secrets.flatMap(name => name.split('brandfront/retailer/')[1] ?? [])
  const dead = graph.all('sqs/queue:Queue').filter(({ name }) => name.endsWith('DeadLetters'))
  const clocked = Object.entries<FunctionDefinition>(functions).filter(([, each]) => each.everySeconds)
  const deployed = (name: string) =>
    graph.all('lambda/function:Function').find(({ inputs }) => text(inputs.description).endsWith(`: ${name}`))
      ?.inputs.name
  return [
    ['the share of purchases that fail', metricNames.purchaseEnded, { state: 'failed' }],
    ['purchases that need attention', metricNames.needsAttention],
    ['the time a purchase takes', 'ExecutionTime'],
    ['executions that fail', 'ExecutionsFailed'],
    ['executions that time out', 'ExecutionsTimedOut'],
    ['errors of the site', '5xxErrorRate'],
    ['throttled functions', 'Throttles'],
    ['throttled reads', 'ReadThrottleEvents'],
    ['throttled writes', 'WriteThrottleEvents'],
    ['the time until what is published shows', metricNames.publishLag],
    ...retailers.map((retailer): [string, string, Fields] => [
      `errors of ${retailer}`,
      metricNames.retailerCall,
      { retailer, outcome: 'failed' },
    ]),
    ...dead.map(({ name, inputs }): [string, string, Fields] => [
      `what lies in ${name}`,
      'ApproximateNumberOfMessagesVisible',
      { QueueName: inputs.name },
    ]),
    ...clocked.map(([name]): [string, string, Fields] => [
      `errors of ${name}`,
      'Errors',
      { FunctionName: deployed(name) },
    ]),
    ...(graph.all('sfn/stateMachine:StateMachine').length > 0
      ? []
      : [[machine, machine] as [string, string]]),
  ]
}

const alarms: Check = {
  name: 'there is an alarm for failures, attention, duration, each retailer, dead letters, 5xx, throttles and lag',
  problems: graph => {
    const known = graph.all('cloudwatch/metricAlarm:MetricAlarm')
    return wanted(graph).flatMap(([what, metricName, dimensions]) =>
      unless(
        known.some(alarm => watches(alarm, metricName, dimensions)),
        `no alarm watches ${what}`,
      ),
    )
  },
}

const thresholds: Check = {
  name: 'attention and dead letters alarm from the first; the workflow’s duration at its 99th percentile',
  problems: graph =>
    graph.all('cloudwatch/metricAlarm:MetricAlarm').flatMap(alarm => {
      const isFirst = [metricNames.needsAttention, 'ApproximateNumberOfMessagesVisible'].some(each =>
        watches(alarm, each),
      )
      const { threshold, comparisonOperator, extendedStatistic } = alarm.inputs
      return [
        ...unless(
          !isFirst || (threshold === 0 && comparisonOperator === 'GreaterThanThreshold'),
          `${alarm.name} waits for more than one`,
        ),
        ...unless(
          !watches(alarm, 'ExecutionTime') || extendedStatistic === 'p99',
          `${alarm.name} does not look at p99`,
        ),
      ]
    }),
}

const instructions: Check = {
  name: 'each alarm says what to do and names a section of the runbook; one above them tells the operators of any',
  problems: graph => {
    const sections = readFileSync('docs/runbook.md', 'utf8')
    const known = graph.all('cloudwatch/metricAlarm:MetricAlarm')
    const above = graph.one('cloudwatch/compositeAlarm:CompositeAlarm', 'AlarmAny')?.inputs ?? {}
    const operators = text(graph.one('sns/topic:Topic', 'MessageOperators')?.inputs.name)
    return [
      ...known.flatMap(({ name, inputs }) => [
        ...unless(
          /^.{60,} Runbook: docs\/runbook\.md#[\w-]+$/.test(text(inputs.alarmDescription)),
          `${name} does not say what to do`,
        ),
        ...unless(
          sections.includes(`\n## ${text(inputs.alarmDescription).split('#').at(-1)}\n`),
          `the runbook has no section for ${name}`,
        ),
        ...unless(
          text(above.alarmRule).includes(`ALARM("${text(inputs.name)}")`),
          `${name} is not under the alarm that tells the operators`,
        ),
      ]),
      ...unless(
        ((above.alarmActions ?? []) as string[]).some(arn => arn.endsWith(`:${operators}`)),
        'nobody is told of an alarm',
      ),
    ]
  },
}

const dashboard: Check = {
  name: 'a dashboard shows the alarms and each of the product’s own metrics',
  problems: graph => {
    const body = text(graph.all('cloudwatch/dashboard:Dashboard')[0]?.inputs.dashboardBody)
    const widgets = body ? (JSON.parse(body) as { widgets: Fields[] }).widgets : []
    const shown = Object.values(metricNames).filter(name => name !== metricNames.needsAttention)
    return [
      ...unless(
        widgets.some(widget => widget.type === 'alarm'),
        'the dashboard shows no alarms',
      ),
      ...shown.flatMap(name =>
        unless(
          body.includes(`"${metricNamespace}","${name}","service","${metricService}"`),
          `the dashboard does not show ${name}`,
        ),
      ),
    ]
  },
}

const budget: Check = {
  name: 'a budget tells the operators before the month’s bill runs away',
  problems: graph => {
    const [found] = graph.all('budgets/budget:Budget')
    const notifications = (found?.inputs.notifications ?? []) as { subscriberSnsTopicArns?: string[] }[]
    return unless(
      notifications.some(each => each.subscriberSnsTopicArns?.[0]?.endsWith('-operators')),
      'nobody hears of the bill',
    )
  },
}

export const monitoringChecks = [alarms, thresholds, instructions, dashboard, budget]
