type Fields = Record<string, unknown>
type NewResource = { type: string; name: string; inputs: Fields }
type Call = { token: string; inputs: Fields }

export const account = '123456789012'
export const region = 'us-east-1'

const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)

/** The name in AWS: what the program chose, or one that is as good as any. */
function nameOf({ name, inputs }: NewResource): string {
  return text(inputs.name ?? inputs.bucket, name)
}

/** ARNs in the shape that the program builds for itself, so that one can be compared with the other. */
function arnOf(resource: NewResource): string {
  const name = nameOf(resource)
  const service = (prefix: string, rest: string) => `arn:aws:${prefix}:${region}:${account}:${rest}`
  const shapes: Record<string, string> = {
    'aws:lambda/function:Function': service('lambda', `function:${name}`),
    'aws:sfn/stateMachine:StateMachine': service('states', `stateMachine:${name}`),
    'aws:sqs/queue:Queue': service('sqs', name),
    'aws:sns/topic:Topic': service('sns', name),
    'aws:dynamodb/table:Table': service('dynamodb', `table/${name}`),
    'aws:secretsmanager/secret:Secret': service('secretsmanager', `secret:${name}-AbCdEf`),
    'aws:cloudwatch/logGroup:LogGroup': service('logs', `log-group:${name}`),
    'aws:kms/key:Key': service('kms', `key/${name}`),
    'aws:s3/bucket:Bucket': `arn:aws:s3:::${name}`,
    'aws:iam/role:Role': `arn:aws:iam::${account}:role/${name}`,
    'aws:cloudfront/distribution:Distribution': `arn:aws:cloudfront::${account}:distribution/${name}`,
  }
  return shapes[resource.type] ?? service(resource.type.split(':')[1]?.split('/')[0] ?? 'x', name)
}

/** What a provider would answer with: the inputs, and the outputs that other resources are built from. */
export function newResource(resource: NewResource): { id: string; state: Fields } {
  const name = nameOf(resource)
  const arn = arnOf(resource)
  const { inputs } = resource
  const outputs: Record<string, Fields> = {
    'aws:lambda/function:Function': { qualifiedArn: `${arn}:1`, version: '1', codeSha256: 'c0de' },
    'aws:lambda/functionUrl:FunctionUrl': {
      functionUrl: `https://${resource.name.toLowerCase()}.lambda-url.${region}.on.aws/`,
    },
    'aws:sqs/queue:Queue': { url: `https://sqs.${region}.amazonaws.com/${account}/${name}` },
    'aws:s3/bucket:Bucket': {
      bucket: name,
      bucketRegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    },
    'aws:cloudfront/distribution:Distribution': { domainName: 'd111111abcdef8.cloudfront.net' },
    'random:index/randomBytes:RandomBytes': { base64: 'bWFkZSBieSBjaGFuY2U=' },
    'aws:acm/certificate:Certificate': {
      domainValidationOptions: [
        {
          domainName: inputs.domainName,
          resourceRecordName: '_x',
          resourceRecordType: 'CNAME',
          resourceRecordValue: '_y',
        },
      ],
    },
    'aws:dax/cluster:Cluster': { clusterAddress: `dax.${region}.amazonaws.com`, port: 8111 },
  }
  return { id: name, state: { name, arn, ...inputs, ...outputs[resource.type] } }
}

type Statement = {
  effect?: string
  actions?: string[]
  resources?: string[]
  principals?: { type: string; identifiers: string[] }[]
  conditions?: { test: string; variable: string; values: string[] }[]
}

/** As the AWS provider writes a policy document. */
function policyOf(statements: Statement[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map(({ effect, actions, resources, principals, conditions }) => ({
      Effect: effect ?? 'Allow',
      Action: actions,
      Resource: resources,
      ...(principals && {
        Principal: principals.some(each => each.type === '*')
          ? '*'
          : Object.fromEntries(principals.map(each => [each.type, each.identifiers])),
      }),
      ...(conditions && {
        Condition: Object.fromEntries(
          conditions.map(({ test, variable, values }) => [test, { [variable]: values }]),
        ),
      }),
    })),
  })
}

/** Answers of the data sources that the program asks. */
export function call({ token, inputs }: Call): Fields {
  switch (token) {
    case 'aws:index/getRegion:getRegion':
      return { region, id: region, name: region }
    case 'aws:index/getCallerIdentity:getCallerIdentity':
      return { accountId: account, id: account }
    case 'aws:index/getPartition:getPartition':
      return { partition: 'aws', id: 'aws', dnsSuffix: 'amazonaws.com' }
    case 'aws:iam/getPolicyDocument:getPolicyDocument': {
      const statements = (inputs.statements ?? []) as Statement[]
      return { ...inputs, json: policyOf(statements), minifiedJson: policyOf(statements) }
    }
    case 'aws:secretsmanager/getRandomPassword:getRandomPassword':
      return { randomPassword: 'made-by-chance' }
    case 'aws:index/getAvailabilityZones:getAvailabilityZones':
      return { names: ['a', 'b', 'c'].map(zone => region + zone), zoneIds: ['1', '2', '3'] }
    case 'aws:route53/getZone:getZone':
      return { zoneId: 'Z0', name: inputs.name }
    default:
      return inputs
  }
}
