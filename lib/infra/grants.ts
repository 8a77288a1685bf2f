import { secretNames } from '#lib/secret-names.ts'
import type { FunctionDefinition, TableAction } from '#lib/workflow/functions.ts'
import { arnOf, named } from './names.ts'
import { retailerSecretName, secretArn } from './secrets.ts'

export type Grant = sst.aws.FunctionPermissionArgs

/** These actions on the table's items; on its indexes only where they can be asked. */
export function tableGrant(table: aws.dynamodb.Table, actions: readonly TableAction[]): Grant[] {
  if (actions.length === 0) return []
  const indexes = actions.includes('Query') ? [$interpolate`${table.arn}/index/*`] : []
  return [{ actions: actions.map(action => `dynamodb:${action}`), resources: [table.arn, ...indexes] }]
}

export function secretGrant(wanted: readonly (keyof typeof secretNames | 'retailers')[]): Grant[] {
  if (wanted.length === 0) return []
  const names = wanted.flatMap(each =>
    // What is sent to retailers is signed.
    each === 'retailers' ? [retailerSecretName('*'), secretNames.signing] : [secretNames[each]],
  )
  return [{ actions: ['secretsmanager:GetSecretValue'], resources: names.map(secretArn) }]
}

/** The purchase's name is fixed, so that its functions can be given it before it is made from them. */
export const purchaseArn = () => arnOf('states', `stateMachine:${named('purchase')}`)

export function purchaseGrant(): Grant[] {
  const executions = arnOf('states', `execution:${named('purchase')}:*`)
  return [
    { actions: ['states:StartExecution'], resources: [purchaseArn()] },
    { actions: ['states:DescribeExecution'], resources: [executions] },
  ]
}

export function publishGrant(topic: aws.sns.Topic): Grant[] {
  return [{ actions: ['sns:Publish'], resources: [topic.arn] }]
}

/** Having the CDN forget pages. */
export function invalidationGrant(distributionArn: $util.Input<string>): Grant[] {
  return [{ actions: ['cloudfront:CreateInvalidation'], resources: [distributionArn] }]
}

/** Asking how many messages lie in queues. */
export function countGrant(queues: readonly aws.sqs.Queue[]): Grant[] {
  return [{ actions: ['sqs:GetQueueAttributes'], resources: queues.map(queue => queue.arn) }]
}

/** What a function needs to be handed batches of a queue. */
export function receiveGrant(queue: aws.sqs.Queue): Grant[] {
  const actions = [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ChangeMessageVisibility',
  ]
  return [{ actions, resources: [queue.arn] }]
}

/** Retailers are called by functions that read their secrets. */
export function callsRetailers({ secrets = [] }: FunctionDefinition): boolean {
  return secrets.includes('retailers')
}
