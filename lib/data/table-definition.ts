import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'

/** The attribute DynamoDB reads a time to live from: epoch seconds, the same name as Auth.js's adapter uses. */
export const expiryAttribute = 'expires'

const keys = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk']

/**
 * The table's shape, for whoever creates it. GSI1 answers "by owner, newest first" and carries whole items, which
 * Auth.js's adapter needs; GSI2 is sparse and finds open orders by the time they are due for a
 * look, and listings by age; GSI3 sorts by number: counters by their count, so that DynamoDB itself keeps them ranked,
 * orders by the time they were placed on a day, and listings by price.
 */
export const tableDefinition = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    ...keys.map(AttributeName => ({ AttributeName, AttributeType: 'S' as const })),
    { AttributeName: 'gsi3sk', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'GSI1',
      KeySchema: [
        { AttributeName: 'gsi1pk', KeyType: 'HASH' },
        { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: 'GSI2',
      KeySchema: [
        { AttributeName: 'gsi2pk', KeyType: 'HASH' },
        { AttributeName: 'gsi2sk', KeyType: 'RANGE' },
      ],
      Projection: {
        ProjectionType: 'INCLUDE',
        NonKeyAttributes: ['orderId', 'due', 'slug', 'position', 'created', '__edb_e__', '__edb_v__'],
      },
    },
    {
      IndexName: 'GSI3',
      KeySchema: [
        { AttributeName: 'gsi3pk', KeyType: 'HASH' },
        { AttributeName: 'gsi3sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
} satisfies Omit<CreateTableCommandInput, 'TableName'>
