import type { StageSettings } from './stages.ts'

/** Which part of the product a resource belongs to, by how its name begins. */
const components = {
  Site: 'site',
  Cdn: 'site',
  Media: 'site',
  Network: 'cache',
  Dax: 'cache',
  Table: 'table',
  Purchase: 'workflow',
  Function: 'functions',
  Schedule: 'functions',
  Message: 'messages',
  Mail: 'mail',
  Secret: 'secrets',
  Key: 'keys',
  Alarm: 'monitoring',
  Sandbox: 'sandbox',
} as const

/** The types in use that take tags; AWS refuses them on others. */
const taggable = [
  'aws:budgets/budget:Budget',
  'aws:cloudfront/distribution:Distribution',
  'aws:cloudwatch/compositeAlarm:CompositeAlarm',
  'aws:cloudwatch/eventRule:EventRule',
  'aws:cloudwatch/logGroup:LogGroup',
  'aws:cloudwatch/metricAlarm:MetricAlarm',
  'aws:appautoscaling/target:Target',
  'aws:dax/cluster:Cluster',
  'aws:dynamodb/table:Table',
  'aws:ec2/defaultSecurityGroup:DefaultSecurityGroup',
  'aws:ec2/eip:Eip',
  'aws:ec2/instance:Instance',
  'aws:ec2/internetGateway:InternetGateway',
  'aws:ec2/natGateway:NatGateway',
  'aws:ec2/routeTable:RouteTable',
  'aws:ec2/securityGroup:SecurityGroup',
  'aws:ec2/subnet:Subnet',
  'aws:ec2/vpc:Vpc',
  'aws:acm/certificate:Certificate',
  'aws:iam/role:Role',
  'aws:kms/key:Key',
  'aws:lambda/eventSourceMapping:EventSourceMapping',
  'aws:lambda/function:Function',
  'aws:s3/bucket:Bucket',
  'aws:s3/bucketObjectv2:BucketObjectv2',
  'aws:secretsmanager/secret:Secret',
  'aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace',
  'aws:sesv2/configurationSet:ConfigurationSet',
  'aws:sesv2/emailIdentity:EmailIdentity',
  'aws:sfn/stateMachine:StateMachine',
  'aws:sns/topic:Topic',
  'aws:sqs/queue:Queue',
  'aws:wafv2/webAcl:WebAcl',
]

function componentOf(name: string): string {
  const known = Object.entries(components).find(([start]) => name.startsWith(start))
  if (!known) throw new Error(`"${name}" belongs to no component: name it after one of those in tags.ts.`)
  return known[1]
}

/** Tags everything that can be tagged, whoever makes it: for the bill, and to find what belongs together. */
export function tagEverything({ costCentre }: StageSettings): void {
  $util.runtime.registerStackTransformation(({ type, name, props, opts }) => {
    if (!taggable.includes(type)) return undefined
    const tags = {
      app: $app.name,
      stage: $app.stage,
      component: componentOf(name),
      'cost-centre': costCentre,
    }
    return { props: { ...props, tags: { ...props.tags, ...tags } }, opts }
  })
}
