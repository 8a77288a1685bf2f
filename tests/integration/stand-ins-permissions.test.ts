import { expect, test } from 'vitest'
import { client, tableName } from '#lib/data/table.ts'
import { withPermissions } from '#lib/local/stand-ins/lambda/permissions.ts'

const TableName = tableName
const Item = { pk: 'permissions#1', sk: 'permissions' }

test('a function may do to the table what functions.ts says', async () => {
  await withPermissions('add-customer', () => client.put({ TableName, Item }))
  await withPermissions('verify-payment', () => client.get({ TableName, Key: Item }))
})

test('and is refused anything else, as its role would refuse it', async () => {
  const put = withPermissions('verify-payment', () => client.put({ TableName, Item }))
  await expect(put).rejects.toThrow(expect.objectContaining({ name: 'AccessDeniedException' }))
})

test('a transaction takes the permission for each of its parts', async () => {
  const TransactItems = [{ Put: { TableName, Item } }, { Delete: { TableName, Key: { pk: 'a', sk: 'b' } } }]
  const denied = withPermissions('add-customer', () => client.transactWrite({ TransactItems }))
  await expect(denied).rejects.toThrow(expect.objectContaining({ name: 'AccessDeniedException' }))
  await withPermissions('publish-status', () => client.transactWrite({ TransactItems }))
})
