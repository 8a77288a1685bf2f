import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, expect, test } from 'vitest'
import type { Child } from '#lib/local/child.ts'
import { choosePorts } from '#lib/local/ports.ts'
import { startDynamoDb } from '#lib/local/stand-ins/dynamodb.ts'
import { temporaryFolder } from '#tests/fixtures/stand-ins.ts'

const { folder, remove } = temporaryFolder()
let child: Child | undefined
afterEach(async () => {
  await child?.stop()
  remove()
})

test('an acknowledged write survives kill -9', async () => {
  const { dynamodb: port } = (await choosePorts(14_040)).ports
  const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}` })
  child = await startDynamoDb({ port, folder })
  await client.send(
    new CreateTableCommand({
      TableName: 'kept',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    }),
  )
  const item = { pk: { S: 'one' }, words: { S: 'written before the kill' } }
  await client.send(new PutItemCommand({ TableName: 'kept', Item: item }))
  process.kill(-(child.process.pid ?? 0), 'SIGKILL')
  await child.ended

  child = await startDynamoDb({ port, folder })
  const { Item } = await client.send(new GetItemCommand({ TableName: 'kept', Key: { pk: { S: 'one' } } }))
  expect(Item).toEqual(item)
})
