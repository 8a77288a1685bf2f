import { type Key, keyGrant } from './keys.ts'
import { arnOf } from './names.ts'
import type { StageSettings } from './stages.ts'

const basicExecution = /AWSLambdaBasicExecutionRole$/

/** CloudFront's own copies of a function: x86 only, no settings, no traces, and logs wherever they run. */
const atTheEdge = (name: string) => name.includes('EdgeFunction')

type Statement = { actions: string[]; resources: $util.Input<string>[] }

/** The log groups of the function whose role this is; SST names both after the function. */
function logsOf(roleName: string): Statement[] {
  const functionName = roleName.replace(/Role$/, '')
  if (!atTheEdge(roleName)) {
    const group = arnOf('logs', `log-group:/aws/lambda/*${functionName}Function-*`)
    return [{ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group] }]
  }
  const { accountId } = aws.getCallerIdentityOutput()
  const group = $interpolate`arn:aws:logs:*:${accountId}:log-group:/aws/lambda/us-east-1.*EdgeFn-*`
  return [
    { actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group] },
  ]
}

/**
 * What holds for every function, log group and role, those included that SST makes for the site: arm64, traces, the
 * production key, kept logs; and, for AWS's managed policy that lets a function write any log, a narrow one.
 */
export function setDefaults({ logRetentionDays }: StageSettings, key: Key): void {
  $transform(aws.lambda.Function, (args, _, name) => {
    if (atTheEdge(name)) return
    args.architectures = ['arm64']
    args.tracingConfig = { mode: 'Active' }
    args.kmsKeyArn = key?.arn
  })

  $transform(aws.cloudwatch.LogGroup, args => {
    if (!args) return
    args.retentionInDays = logRetentionDays
    args.kmsKeyId = key?.arn
  })

  $transform(aws.iam.Role, (args, _, name) => {
    if (!args.managedPolicyArns) return
    const managed = $util.output(args.managedPolicyArns)
    args.managedPolicyArns = managed.apply(list => list.filter(arn => !basicExecution.test(arn)))
    const statements: Statement[] = [...logsOf(name)]
    if (!atTheEdge(name)) {
      // SST lets this account take the role on, which only `sst dev` has a use for.
      if (!$dev)
        args.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' })
      statements.push({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] })
      statements.push(
        ...keyGrant(key).map(({ actions, resources }) => ({
          actions,
          resources: [resources].flat() as string[],
        })),
      )
    }
    const machinery = { name: 'machinery', policy: aws.iam.getPolicyDocumentOutput({ statements }).json }
    args.inlinePolicies = $util.output(args.inlinePolicies).apply(list => [...(list ?? []), machinery])
  })
}
