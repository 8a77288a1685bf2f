import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb'
import { config } from '#lib/config.ts'

/** The one table's name, from the environment. */
export const tableName = config.TABLE_NAME

const bare = new DynamoDBClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } })
// It copies every answer for a logger that nobody gave it: an eighth of the work of reading many items.
bare.middlewareStack.remove('loggerMiddleware')

/** The one client of the table; `DynamoDBDocument` because Auth.js's adapter asks for it by that class. */
export const client = DynamoDBDocument.from(bare, { marshallOptions: { removeUndefinedValues: true } })

/** What every entity is defined with. */
export const storage = { client, table: tableName }
