import type { FunctionName } from '#lib/workflow/functions.ts'
import type { Messages } from './messages.ts'
import type { StageSettings } from './stages.ts'

/** What alarms and the dashboard look at. */
export type Watched = {
  settings: StageSettings
  table: aws.dynamodb.Table
  messages: Messages
  purchase: aws.sfn.StateMachine
  cdn: { id: $util.Output<string> }
  functions: Record<FunctionName, sst.aws.Function>
  revalidationDeadLetters: aws.sqs.Queue
}

type Dimensions = Record<string, $util.Input<string>>
type Metric = { namespace: string; metricName: string; dimensions?: Dimensions; stat: string }

/** One metric of a sum or a share, in five-minute pieces. */
export function part(id: string, { stat, ...metric }: Metric) {
  return { id, metric: { ...metric, stat, period: 300 }, returnData: false }
}

/** An expression over the parts. */
export function result(expression: string, label: string) {
  return { id: 'result', expression, label, returnData: true }
}
