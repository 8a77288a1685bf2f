import type { FunctionName } from '#lib/workflow/functions.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'
import type { Key } from './keys.ts'
import { keyGrant } from './keys.ts'
import { named } from './names.ts'

/** Delivering logs is arranged through the account: AWS has no narrower form of these. */
const logDelivery = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
]

/** The purchase, from the very definition that runs locally. Its logs tell of states and never of what they carry. */
export function makePurchase(functions: Record<FunctionName, sst.aws.Function>, key: Key) {
  const called = new Set<FunctionName>()
  purchaseDefinition(name => {
    called.add(name as FunctionName)
    return name
  })
  const logs = new aws.cloudwatch.LogGroup('PurchaseLogs', {
    name: `/aws/vendedlogs/states/${named('purchase')}`,
  })
  const role = new aws.iam.Role('PurchaseRole', {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'states.amazonaws.com' }),
    inlinePolicies: [
      {
        name: 'purchase',
        policy: aws.iam.getPolicyDocumentOutput({
          statements: [
            { actions: ['lambda:InvokeFunction'], resources: [...called].map(name => functions[name].arn) },
            { actions: logDelivery, resources: ['*'] },
            { actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] },
            ...keyGrant(key),
          ],
        }).json,
      },
    ],
  })
  const arns = $util.all(Object.fromEntries([...called].map(name => [name, functions[name].arn])))
  return new aws.sfn.StateMachine('Purchase', {
    name: named('purchase'),
    type: 'STANDARD',
    roleArn: role.arn,
    definition: arns.apply(known => JSON.stringify(purchaseDefinition(name => known[name] ?? name))),
    loggingConfiguration: {
      level: 'ALL',
      includeExecutionData: false,
      logDestination: $interpolate`${logs.arn}:*`,
    },
    tracingConfiguration: { enabled: true },
  })
}
