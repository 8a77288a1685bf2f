import { isDeepStrictEqual } from 'node:util'
import { expiryAttribute, tableDefinition } from '#lib/data/table-definition.ts'
import { type Check, type Fields, unless } from '#tests/infra/graph.ts'

type Key = { AttributeName: string; KeyType: string }

const part = (schema: readonly Key[], type: string) =>
  schema.find(each => each.KeyType === type)?.AttributeName

const wantedIndexes = tableDefinition.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
  name: IndexName,
  hashKey: part(KeySchema, 'HASH'),
  rangeKey: part(KeySchema, 'RANGE'),
  projectionType: Projection.ProjectionType,
  nonKeyAttributes: 'NonKeyAttributes' in Projection ? Projection.NonKeyAttributes : undefined,
}))

const keysAndIndexes: Check = {
  name: 'the table has the keys, indexes and expiry of the data layer, each key declared',
  problems: graph => {
    const table = graph.one('dynamodb/table:Table', 'Table')?.inputs ?? {}
    const { attributes, globalSecondaryIndexes, ttl } = table as Record<string, unknown>
    const found = ((globalSecondaryIndexes ?? []) as Fields[]).map(index => ({
      name: index.name,
      hashKey: index.hashKey,
      rangeKey: index.rangeKey,
      projectionType: index.projectionType,
      nonKeyAttributes: index.nonKeyAttributes,
    }))
    const declared = ((attributes ?? []) as { name: string }[]).map(each => each.name).toSorted()
    const used = [table, ...found]
      .flatMap(each => [each.hashKey, each.rangeKey])
      .filter(Boolean)
      .toSorted()
    const { KeySchema } = tableDefinition
    return [
      ...unless(
        table.hashKey === part(KeySchema, 'HASH') && table.rangeKey === part(KeySchema, 'RANGE'),
        'the table’s key differs from the data layer’s',
      ),
      ...unless(
        isDeepStrictEqual(found, wantedIndexes),
        `indexes differ from the data layer’s: ${JSON.stringify(found)}`,
      ),
      ...unless(
        isDeepStrictEqual(declared, used),
        `declared attributes (${declared}) are not the keys (${used})`,
      ),
      ...unless(
        isDeepStrictEqual(ttl, { attributeName: expiryAttribute, enabled: true }),
        `items do not expire by ${expiryAttribute}`,
      ),
    ]
  },
}

const kept: Check = {
  name: 'tables can be restored to any minute; production’s cannot be deleted',
  problems: graph =>
    graph.all('dynamodb/table:Table').flatMap(({ name, inputs }) => {
      const recovery = inputs.pointInTimeRecovery as { enabled?: boolean } | undefined
      const isProtected = inputs.deletionProtectionEnabled === true
      return [
        ...unless(recovery?.enabled === true, `${name} has no point-in-time recovery`),
        ...unless(
          name !== 'Table' || !graph.isProduction || isProtected,
          'production’s table has no deletion protection',
        ),
      ]
    }),
}

const scaled: Check = {
  name: 'capacity is on demand, or provisioned with autoscaling for the table and each index',
  problems: graph => {
    const table = graph.one('dynamodb/table:Table', 'Table')?.inputs ?? {}
    if (table.billingMode === 'PAY_PER_REQUEST') return []
    const dimensions = graph.all('appautoscaling/policy:Policy').map(({ inputs }) => inputs.resourceId)
    const indexes = (table.globalSecondaryIndexes ?? []) as { name: string; readCapacity?: number }[]
    return [
      ...unless(
        dimensions.length === 2 * (1 + indexes.length),
        `${dimensions.length} autoscaling policies for a table with ${indexes.length} indexes`,
      ),
      ...unless(
        indexes.every(index => (index.readCapacity ?? 0) > 0),
        'an index of a provisioned table has no capacity',
      ),
    ]
  },
}

export const tableChecks = [keysAndIndexes, kept, scaled]
