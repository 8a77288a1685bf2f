import { secretNames } from '#lib/secret-names.ts'
import { environmentOf, type Surroundings } from './functions.ts'
import { secretGrant, tableGrant } from './grants.ts'
import { named, pascal } from './names.ts'
import { retailerSecretName, secretArn } from './secrets.ts'

const processor = 'sandpay'

/** The sandbox retailers and their processor, so that there is someone to buy from: a function with an address each. */
export function makeSandbox(surroundings: Surroundings, secrets: aws.secretsmanager.Secret[]) {
  const { settings } = surroundings
  if (!settings.hasSandbox) return undefined
  const table = new aws.dynamodb.Table('SandboxTable', {
    name: named('sandbox'),
    billingMode: 'PAY_PER_REQUEST',
    attributes: ['pk', 'sk'].map(name => ({ name, type: 'S' })),
    hashKey: 'pk',
    rangeKey: 'sk',
    ttl: { attributeName: 'expires', enabled: true },
    pointInTimeRecovery: { enabled: true },
  })
  const writing = [
    'BatchGetItem',
    'BatchWriteItem',
    'ConditionCheckItem',
    'DeleteItem',
    'GetItem',
    'PutItem',
    'Query',
    'UpdateItem',
  ] as const
  const business = (id: string, environment: Record<string, $util.Input<string>>) =>
    new sst.aws.Function(`Sandbox${pascal(id)}`, {
      handler: 'lib/local/sandbox/lambda.handler',
      description: `${$app.name} ${$app.stage}: the sandbox’s ${id}`,
      architecture: 'arm64',
      timeout: '20 seconds',
      url: { cors: false },
      environment: { SANDBOX_ID: id, SANDBOX_TABLE: table.name, ...environment },
      permissions: tableGrant(table, writing),
    })
  const origin = (url: $util.Output<string>) => url.apply(address => new URL(address).origin)
  const processorUrl = origin(business(processor, {}).url)
  const urls: Record<string, $util.Output<string>> = { [processor]: processorUrl }
  for (const id of settings.retailers) urls[id] = origin(business(id, { PROCESSOR_URL: processorUrl }).url)

  const seeder = new sst.aws.Function('SandboxSeed', {
    handler: 'lib/local/seed/lambda.handler',
    description: `${$app.name} ${$app.stage}: fills an empty shop`,
    architecture: 'arm64',
    timeout: '5 minutes',
    environment: {
      ...environmentOf(surroundings),
      SANDBOX_TABLE: table.name,
      SANDBOX_URLS: $jsonStringify(urls),
    },
    permissions: [
      ...tableGrant(surroundings.table, writing),
      ...tableGrant(table, writing),
      ...secretGrant(['retailers', 'revalidate']),
      {
        actions: ['secretsmanager:PutSecretValue'],
        resources: [retailerSecretName('*'), secretNames.processor].map(secretArn),
      },
    ],
  })
  new aws.lambda.Invocation(
    'SandboxSeedRun',
    { functionName: seeder.name, input: '{}', triggers: { urls: $jsonStringify(urls) } },
    { dependsOn: secrets },
  )
  return { processorUrl }
}
