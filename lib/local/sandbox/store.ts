import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  TransactionCanceledException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'

/*
 * The sandbox's own table: `pk` names a kind of thing at one business (`greenline#session`), `sk` its id.
 * Everything is here and nothing in memory, so that kill -9 loses nothing.
 */

const tableName = () => process.env.SANDBOX_TABLE ?? 'sandbox'
const bare = new DynamoDBClient({})
const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** Creates the table unless it is there. */
export async function ensureTable(): Promise<void> {
  try {
    await bare.send(
      new CreateTableCommand({
        TableName: tableName(),
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    )
    await waitUntilTableExists({ client: bare, maxWaitTime: 30, minDelay: 1 }, { TableName: tableName() })
    await bare.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName(),
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
    await waitUntilTableExists({ client: bare, maxWaitTime: 30, minDelay: 1 }, { TableName: tableName() })
  }
}

/** One item, read consistently. */
export async function get<T>(pk: string, sk: string): Promise<T | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: tableName(), Key: { pk, sk }, ConsistentRead: true }),
  )
  return Item as T | undefined
}

/** Items of one partition by their ids, in any order; ids without an item are left out. At most 100. */
export async function getMany<T>(pk: string, ids: readonly string[]): Promise<T[]> {
  const found: T[] = []
  let keys = [...new Set(ids)].map(sk => ({ pk, sk }))
  while (keys.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName()]: { Keys: keys, ConsistentRead: true } } }),
    )
    found.push(...((Responses?.[tableName()] ?? []) as T[]))
    keys = (UnprocessedKeys?.[tableName()]?.Keys ?? []) as typeof keys
  }
  return found
}

/** A partition's items in the order of their ids, newest first on request. */
export async function list<T>(
  pk: string,
  options: { newestFirst?: boolean; limit?: number; prefix?: string } = {},
): Promise<T[]> {
  const found: T[] = []
  let after: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: options.prefix ? 'pk = :pk and begins_with(sk, :prefix)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(options.prefix && { ':prefix': options.prefix }) },
        ScanIndexForward: !options.newestFirst,
        ConsistentRead: true,
        Limit: options.limit,
        ExclusiveStartKey: after,
      }),
    )
    found.push(...((page.Items ?? []) as T[]))
    after = page.LastEvaluatedKey
  } while (after && (options.limit === undefined || found.length < options.limit))
  return found
}

/** Writes one item whole, whatever was there. */
export async function overwrite(pk: string, sk: string, item: object): Promise<void> {
  await client.send(new PutCommand({ TableName: tableName(), Item: { ...item, pk, sk } }))
}

/** Writes many items whole, whatever was there; not as one transaction. */
export async function overwriteMany(items: readonly { pk: string; sk: string }[]): Promise<void> {
  for (let start = 0; start < items.length; start += 25) {
    let left = items.slice(start, start + 25).map(Item => ({ PutRequest: { Item } }))
    while (left.length > 0) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteCommand({ RequestItems: { [tableName()]: left } }),
      )
      left = (UnprocessedItems?.[tableName()] ?? []) as typeof left
    }
  }
}

/** A write that makes an item, and fails where it exists. */
export function creation(pk: string, sk: string, item: object): Write {
  return {
    Put: {
      TableName: tableName(),
      Item: { ...item, pk, sk },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }
}

/** A write that replaces an item of `version`, which rises by one. */
export function replacement(pk: string, sk: string, item: { version: number }, next: object): Write {
  return {
    Put: {
      TableName: tableName(),
      Item: { ...next, pk, sk, version: item.version + 1 },
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': item.version },
    },
  }
}

/** A write that adds `change` to a number, refused when the result would fall below zero. */
export function addition(pk: string, sk: string, attribute: string, change: number): Write {
  return {
    Update: {
      TableName: tableName(),
      Key: { pk, sk },
      UpdateExpression: 'ADD #attribute :change',
      ConditionExpression: change < 0 ? '#attribute >= :least' : 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#attribute': attribute },
      ExpressionAttributeValues: { ':change': change, ...(change < 0 && { ':least': -change }) },
    },
  }
}

/** A write that deletes an item, and fails where it is gone. */
export function removal(pk: string, sk: string): Write {
  return {
    Delete: { TableName: tableName(), Key: { pk, sk }, ConditionExpression: 'attribute_exists(pk)' },
  }
}

/** A write that moves an item's `until` (milliseconds), and fails where it has lapsed or is gone. */
export function extension(pk: string, sk: string, until: number): Write {
  return {
    Update: {
      TableName: tableName(),
      Key: { pk, sk },
      UpdateExpression: 'SET #until = :until',
      ConditionExpression: '#until > :now',
      ExpressionAttributeNames: { '#until': 'until' },
      ExpressionAttributeValues: { ':until': until, ':now': Date.now() },
    },
  }
}

/** A write that deletes an item whose `until` (milliseconds) has passed, and fails otherwise. */
export function lapse(pk: string, sk: string): Write {
  return {
    Delete: {
      TableName: tableName(),
      Key: { pk, sk },
      ConditionExpression: '#until <= :now',
      ExpressionAttributeNames: { '#until': 'until' },
      ExpressionAttributeValues: { ':now': Date.now() },
    },
  }
}

/**
 * All of `writes` or none. Returns undefined when done, else the place in `writes` of the condition that failed
 * first. Clashes with other transactions are tried again.
 */
export async function commit(writes: Write[]): Promise<number | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: writes }))
      return undefined
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error
      const reasons = error.CancellationReasons ?? []
      const failed = reasons.findIndex(reason => reason.Code === 'ConditionalCheckFailed')
      if (failed >= 0) return failed
      if (attempt === 10) throw error
      await new Promise(resolve => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }
}
