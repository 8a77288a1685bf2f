import { expiryAttribute, tableDefinition } from '#lib/data/table-definition.ts'
import type { Key } from './keys.ts'
import { named } from './names.ts'
import type { StageSettings } from './stages.ts'

const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = tableDefinition

/** Units to begin with, and between which autoscaling moves them. */
const capacity = { least: 5, most: 4000, targetPercent: 70 }

function keyOf(schema: readonly { AttributeName: string; KeyType: string }[]) {
  const attribute = (type: string) => schema.find(each => each.KeyType === type)?.AttributeName ?? ''
  return { hashKey: attribute('HASH'), rangeKey: attribute('RANGE') }
}

/** Follows the load, for the table or one index of it. */
function scale(name: string, resource: 'table' | 'index', resourceId: $util.Input<string>) {
  for (const kind of ['Read', 'Write'] as const) {
    const scalableDimension = `dynamodb:${resource}:${kind}CapacityUnits`
    const target = new aws.appautoscaling.Target(`${name}${kind}Target`, {
      serviceNamespace: 'dynamodb',
      resourceId,
      scalableDimension,
      minCapacity: capacity.least,
      maxCapacity: capacity.most,
    })
    new aws.appautoscaling.Policy(`${name}${kind}Policy`, {
      serviceNamespace: 'dynamodb',
      resourceId: target.resourceId,
      scalableDimension: target.scalableDimension,
      policyType: 'TargetTrackingScaling',
      targetTrackingScalingPolicyConfiguration: {
        targetValue: capacity.targetPercent,
        predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${kind}CapacityUtilization` },
      },
    })
  }
}

/** The one table, from the very definition that the data layer makes it from locally. */
export function makeTable(settings: StageSettings, key: Key) {
  const { isProduction, tableCapacity } = settings
  const isProvisioned = tableCapacity === 'provisioned'
  const units = isProvisioned ? { readCapacity: capacity.least, writeCapacity: capacity.least } : {}
  const table = new aws.dynamodb.Table(
    'Table',
    {
      name: named('table'),
      attributes: AttributeDefinitions.map(each => ({ name: each.AttributeName, type: each.AttributeType })),
      ...keyOf(KeySchema),
      billingMode: isProvisioned ? 'PROVISIONED' : 'PAY_PER_REQUEST',
      ...units,
      globalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: schema, Projection }) => ({
        name: IndexName,
        ...keyOf(schema),
        projectionType: Projection.ProjectionType,
        ...('NonKeyAttributes' in Projection ? { nonKeyAttributes: Projection.NonKeyAttributes } : {}),
        ...units,
      })),
      ttl: { attributeName: expiryAttribute, enabled: true },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: isProduction,
      serverSideEncryption: key && { enabled: true, kmsKeyArn: key.arn },
    },
    // Autoscaling moves these; a deployment must not move them back.
    { ignoreChanges: isProvisioned ? ['readCapacity', 'writeCapacity'] : [] },
  )
  if (isProvisioned) {
    scale('Table', 'table', $interpolate`table/${table.name}`)
    for (const { IndexName } of GlobalSecondaryIndexes) {
      scale(`Table${IndexName}`, 'index', $interpolate`table/${table.name}/index/${IndexName}`)
    }
  }
  return table
}
