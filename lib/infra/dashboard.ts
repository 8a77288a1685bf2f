import { metricNames, metricNamespace, metricService } from '#lib/metric-names.ts'
import { named } from './names.ts'
import type { Watched } from './watched.ts'

type Line = (string | Record<string, unknown>)[]

const width = 12
const height = 6

/** Two graphs a row. */
function place(widgets: { title: string; lines: Line[]; stat?: string }[], region: string) {
  return widgets.map(({ title, lines, stat = 'Sum' }, index) => ({
    type: 'metric',
    x: (index % 2) * width,
    y: Math.floor(index / 2) * height + height,
    width,
    height,
    properties: { title, metrics: lines, stat, period: 300, region, view: 'timeSeries', stacked: false },
  }))
}

/** What an operator looks at first: the alarms, then purchases, retailers, the site, functions, table and queues. */
export function makeDashboard(watched: Watched, alarms: aws.cloudwatch.MetricAlarm[]): void {
  const { settings, table, purchase, cdn, messages } = watched
  const { region } = aws.getRegionOutput()
  const body = $util
    .all([
      region,
      $util.all(alarms.map(alarm => alarm.arn)),
      table.name,
      purchase.arn,
      cdn.id,
      $util.all(Object.values(messages.deadLetters).map(queue => queue.name)),
    ])
    .apply(([here, alarmArns, tableName, machine, distribution, queueNames]) => {
      const own = (metric: string, ...dimensions: string[]): Line => [
        metricNamespace,
        metric,
        'service',
        metricService,
        ...dimensions,
      ]
      const states = ['confirmed', 'failed', 'cancelled', 'needs_attention']
      const widgets = place(
        [
          {
            title: 'Purchases ended',
            lines: states.map(state => own(metricNames.purchaseEnded, 'state', state)),
          },
          { title: 'Seconds a purchase takes, p99', lines: [own(metricNames.purchaseSeconds)], stat: 'p99' },
          {
            title: 'Calls to retailers without an answer',
            lines: settings.retailers.map(id =>
              own(metricNames.retailerCall, 'retailer', id, 'outcome', 'failed'),
            ),
          },
          {
            title: 'Milliseconds from publishing to showing, p95',
            lines: [own(metricNames.publishLag)],
            stat: 'p95',
          },
          {
            title: 'Executions',
            lines: ['ExecutionsStarted', 'ExecutionsSucceeded', 'ExecutionsFailed', 'ExecutionsTimedOut'].map(
              metric => ['AWS/States', metric, 'StateMachineArn', machine],
            ),
          },
          {
            title: 'Answers of the site with an error, percent',
            lines: ['4xxErrorRate', '5xxErrorRate'].map(metric => [
              'AWS/CloudFront',
              metric,
              'DistributionId',
              distribution,
              'Region',
              'Global',
            ]),
            stat: 'Average',
          },
          {
            title: 'Functions',
            lines: ['Invocations', 'Errors', 'Throttles'].map(metric => ['AWS/Lambda', metric]),
          },
          {
            title: 'Table: units used',
            lines: ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map(metric => [
              'AWS/DynamoDB',
              metric,
              'TableName',
              tableName,
            ]),
          },
          {
            title: 'Dead letters',
            lines: queueNames.map(name => [
              'AWS/SQS',
              'ApproximateNumberOfMessagesVisible',
              'QueueName',
              name,
            ]),
            stat: 'Maximum',
          },
        ],
        here,
      )
      const status = {
        type: 'alarm',
        x: 0,
        y: 0,
        width: 2 * width,
        height,
        properties: { title: 'Alarms', alarms: alarmArns },
      }
      return JSON.stringify({ widgets: [status, ...widgets] })
    })
  new aws.cloudwatch.Dashboard('AlarmDashboard', { dashboardName: named('shop'), dashboardBody: body })
}
