import type { Surroundings } from './functions.ts'
import { named, pascal } from './names.ts'

const processor = 'sandpay'

/** The sandbox retailers and their processor, so that there is someone to buy from: a function with an address each. */
export function makeSandbox({ settings }: Surroundings) {
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
  const business = (id: string, environment: Record<string, $util.Input<string>>) =>
    new sst.aws.Function(`Sandbox${pascal(id)}`, {
      handler: 'lib/local/sandbox/lambda.handler',
      description: `${$app.name} ${$app.stage}: the sandbox’s ${id}`,
      architecture: 'arm64',
      timeout: '20 seconds',
      url: { cors: false },
      environment: { SANDBOX_ID: id, SANDBOX_TABLE: table.name, ...environment },
      permissions: [
        {
          actions: [
            'dynamodb:BatchGetItem',
            'dynamodb:BatchWriteItem',
            'dynamodb:ConditionCheckItem',
            'dynamodb:DeleteItem',
            'dynamodb:GetItem',
            'dynamodb:PutItem',
            'dynamodb:Query',
            'dynamodb:UpdateItem',
          ],
          resources: [table.arn],
        },
      ],
    })
  const origin = (url: $util.Output<string>) => url.apply(address => new URL(address).origin)
  const processorUrl = origin(business(processor, {}).url)
  const retailers = settings.retailers.map(id => ({
    id,
    url: origin(business(id, { PROCESSOR_URL: processorUrl }).url),
  }))
  return { processorUrl, retailers }
}
