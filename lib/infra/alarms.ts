import { metricNames, metricNamespace, metricService } from '#lib/metric-names.ts'
import { functions as definitions } from '#lib/workflow/functions.ts'
import { named, pascal } from './names.ts'
import { part, result, type Watched } from './watched.ts'

/** Every metric of the product's own has this dimension. */
const ours = { service: metricService }

type AlarmArgs = Omit<aws.cloudwatch.MetricAlarmArgs, 'comparisonOperator' | 'alarmDescription' | 'name'>

/**
 * One alarm. `whatToDo` is what the operator reads first: what it means and the next step; the runbook's section has the rest.
 * Silence is health unless said otherwise: a shop at night has no figures.
 */
function alarm(name: string, whatToDo: string, args: AlarmArgs, section = name) {
  return new aws.cloudwatch.MetricAlarm(`Alarm${pascal(name)}`, {
    name: named(name),
    alarmDescription: `${whatToDo} Runbook: docs/runbook.md#${section}`,
    comparisonOperator: 'GreaterThanThreshold',
    treatMissingData: 'notBreaching',
    ...args,
  })
}

/** A single metric over a threshold within five minutes, or in so many of the last `of` pieces. */
function simple(
  namespace: string,
  metricName: string,
  options: {
    threshold: number
    statistic?: string
    percentile?: string
    times?: number
    dimensions?: Record<string, $util.Input<string>>
  },
): AlarmArgs {
  const { threshold, statistic, percentile, times = 1, dimensions } = options
  return {
    namespace,
    metricName,
    dimensions,
    ...(percentile ? { extendedStatistic: percentile } : { statistic: statistic ?? 'Sum' }),
    period: 300,
    threshold,
    evaluationPeriods: times,
    datapointsToAlarm: times,
  }
}

function purchaseAlarms({ purchase }: Watched) {
  const ended = (id: string, state: string) =>
    part(id, {
      namespace: metricNamespace,
      metricName: metricNames.purchaseEnded,
      dimensions: { ...ours, state },
      stat: 'Sum',
    })
  const machine = { stateMachineArn: purchase.arn }
  return [
    alarm(
      'purchase-failures',
      'More than a fifth of purchases fail. See on the dashboard whether one retailer or all, and disable that retailer in the studio.',
      {
        metricQueries: [
          ended('confirmed', 'confirmed'),
          ended('failed', 'failed'),
          ended('attention', 'needs_attention'),
          result(
            'IF(FILL(confirmed,0)+FILL(failed,0)+FILL(attention,0) >= 5, 100*(FILL(failed,0)+FILL(attention,0))/(FILL(confirmed,0)+FILL(failed,0)+FILL(attention,0)), 0)',
            'Purchases that fail, percent',
          ),
        ],
        threshold: 20,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
      },
    ),
    alarm(
      'needs-attention',
      'A purchase ended where nobody knows whether the retailer sold. Open Orders in the studio, ask the retailer, and settle it there.',
      simple(metricNamespace, metricNames.needsAttention, { threshold: 0, dimensions: ours }),
    ),
    alarm(
      'purchase-slow',
      'One purchase in a hundred takes more than two minutes. See which state waits in the machine’s executions; mostly a retailer answers slowly.',
      simple('AWS/States', 'ExecutionTime', {
        threshold: 120_000,
        percentile: 'p99',
        times: 3,
        dimensions: { StateMachineArn: machine.stateMachineArn },
      }),
    ),
    alarm(
      'purchase-broken',
      'Executions end without a status. Reconcile starts them again within minutes; if this stays, read the newest failed execution.',
      simple('AWS/States', 'ExecutionsFailed', {
        threshold: 0,
        times: 2,
        dimensions: { StateMachineArn: machine.stateMachineArn },
      }),
    ),
    alarm(
      'purchase-timed-out',
      'An execution ran for an hour. Look where it waits, then let reconcile start the order again.',
      simple('AWS/States', 'ExecutionsTimedOut', {
        threshold: 0,
        dimensions: { StateMachineArn: machine.stateMachineArn },
      }),
    ),
  ]
}

function retailerAlarms({ settings }: Watched) {
  return settings.retailers.map(retailer => {
    const calls = (id: string, outcome: string) =>
      part(id, {
        namespace: metricNamespace,
        metricName: metricNames.retailerCall,
        dimensions: { ...ours, retailer, outcome },
        stat: 'Sum',
      })
    return alarm(
      `retailer-errors-${retailer}`,
      `More than a tenth of calls to ${retailer} get no answer. Its offers drop out by themselves; tell the retailer, and disable it in the studio if this stays.`,
      {
        metricQueries: [
          calls('ok', 'ok'),
          calls('refused', 'refused'),
          calls('failed', 'failed'),
          result(
            'IF(FILL(ok,0)+FILL(refused,0)+FILL(failed,0) >= 10, 100*FILL(failed,0)/(FILL(ok,0)+FILL(refused,0)+FILL(failed,0)), 0)',
            'Calls without an answer, percent',
          ),
        ],
        threshold: 10,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
      },
      'retailer-errors',
    )
  })
}

function queueAlarms({ messages, revalidationDeadLetters }: Watched) {
  const queues = Object.entries({ ...messages.deadLetters, revalidation: revalidationDeadLetters })
  return queues.map(([name, queue]) =>
    alarm(
      `dead-letters-${name}`,
      `Messages of ${name} could not be handled. Read the cause in the function’s log, mend it, then redrive the queue.`,
      {
        ...simple('AWS/SQS', 'ApproximateNumberOfMessagesVisible', {
          threshold: 0,
          statistic: 'Maximum',
          dimensions: { QueueName: queue.name },
        }),
        period: 60,
      },
      'dead-letters',
    ),
  )
}

function functionAlarms({ functions }: Watched) {
  const clocked = Object.entries(definitions).filter(([, definition]) => 'everySeconds' in definition)
  return [
    ...clocked.map(([name]) =>
      alarm(
        `errors-${name}`,
        `${name} fails again and again. Orders that got stuck, or prices, are not looked after until it runs: read its log.`,
        simple('AWS/Lambda', 'Errors', {
          threshold: 0,
          times: 3,
          dimensions: { FunctionName: functions[name as keyof typeof functions].name },
        }),
        'errors',
      ),
    ),
    alarm(
      'function-throttles',
      'Functions are refused for want of concurrency. See which in the dashboard; ask AWS for a higher limit, or raise what is reserved for it.',
      simple('AWS/Lambda', 'Throttles', { threshold: 10, times: 2 }),
    ),
  ]
}

function tableAlarms({ table }: Watched) {
  return (['Read', 'Write'] as const).map(kind =>
    alarm(
      `table-${kind.toLowerCase()}-throttles`,
      `The table refuses ${kind.toLowerCase()}s. Look for a hot key in Contributor Insights; with provisioned capacity, raise the most that autoscaling may take.`,
      simple('AWS/DynamoDB', `${kind}ThrottleEvents`, {
        threshold: 10,
        times: 2,
        dimensions: { TableName: table.name },
      }),
      'table-throttles',
    ),
  )
}

function siteAlarms({ cdn }: Watched) {
  return [
    alarm(
      'site-5xx',
      'More than one answer in a hundred is an error of ours. Read the server’s log; after a deployment, go back to the one before.',
      simple('AWS/CloudFront', '5xxErrorRate', {
        threshold: 1,
        statistic: 'Average',
        times: 2,
        dimensions: { DistributionId: cdn.id, Region: 'Global' },
      }),
    ),
    alarm(
      'publish-lag',
      'What marketers publish takes more than a minute to show. Look at the invalidations of the distribution and at the revalidation queue.',
      simple(metricNamespace, metricNames.publishLag, {
        threshold: 60_000,
        percentile: 'p95',
        dimensions: ours,
      }),
    ),
  ]
}

/** Every alarm, and one above them all that tells the operators: one message for one trouble. */
export function makeAlarms(watched: Watched) {
  const alarms = [
    ...purchaseAlarms(watched),
    ...retailerAlarms(watched),
    ...queueAlarms(watched),
    ...functionAlarms(watched),
    ...tableAlarms(watched),
    ...siteAlarms(watched),
  ]
  const rule = $util
    .all(alarms.map(each => each.name))
    .apply(names => names.map(name => `ALARM("${name}")`).join(' OR '))
  const { operators } = watched.messages
  new aws.cloudwatch.CompositeAlarm('AlarmAny', {
    alarmName: named('any'),
    alarmDescription:
      'Something needs a person. The alarms that are on say what to do. Runbook: docs/runbook.md',
    alarmRule: rule,
    alarmActions: [operators.arn],
    okActions: [operators.arn],
  })
  return alarms
}
