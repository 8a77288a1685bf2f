import type { Grant } from './grants.ts'
import { named } from './names.ts'
import type { StageSettings } from './stages.ts'

/** Milliseconds that DAX keeps what a query found: longer, and a search would show what is no longer so. */
const queryLifetime = 10_000

/** DAX in front of the table, in a network of its own, which the site's server then runs in too; or nothing. */
export function makeCache({ dax }: StageSettings, table: aws.dynamodb.Table) {
  if (!dax) return undefined
  const network = new sst.aws.Vpc('Network', { nat: 'managed' })
  const role = new aws.iam.Role('DaxRole', {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'dax.amazonaws.com' }),
    inlinePolicies: [
      {
        name: 'table',
        policy: aws.iam.getPolicyDocumentOutput({
          statements: [
            {
              actions: ['dynamodb:DescribeTable', 'dynamodb:Query'],
              resources: [table.arn, $interpolate`${table.arn}/index/*`],
            },
          ],
        }).json,
      },
    ],
  })
  const subnets = new aws.dax.SubnetGroup('DaxSubnets', {
    name: named('dax'),
    subnetIds: network.privateSubnets,
  })
  const parameters = new aws.dax.ParameterGroup('DaxParameters', {
    name: named('dax'),
    parameters: [{ name: 'query-ttl-millis', value: String(queryLifetime) }],
  })
  const cluster = new aws.dax.Cluster('DaxCluster', {
    clusterName: `${$app.stage.slice(0, 16)}-dax`,
    nodeType: 'dax.t3.small',
    replicationFactor: 3,
    iamRoleArn: role.arn,
    subnetGroupName: subnets.name,
    parameterGroupName: parameters.name,
    securityGroupIds: network.securityGroups,
    serverSideEncryption: { enabled: true },
    clusterEndpointEncryptionType: 'TLS',
  })
  const grants: Grant[] = [{ actions: ['dax:Query'], resources: [cluster.arn] }]
  return {
    network,
    grants,
    environment: { DAX_ENDPOINT: $interpolate`daxs://${cluster.clusterAddress}` },
  }
}

export type Cache = ReturnType<typeof makeCache>
