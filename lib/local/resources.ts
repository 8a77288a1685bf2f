import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb'
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn'
import { tableDefinition } from '#lib/data/table.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'
import { functionArn, names } from './environment.ts'

type Definition = Omit<CreateTableCommandInput, 'TableName'>

/** Makes a table unless it exists. The AWS endpoint is read from the environment. */
async function makeTable(name: string, definition: Definition): Promise<void> {
  try {
    await new DynamoDBClient({}).send(new CreateTableCommand({ ...definition, TableName: name }))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
}

/** What the cloud stack makes and the stand-ins start without: the site's table and the purchase workflow. */
export async function makeResources(): Promise<void> {
  await makeTable(names.table, tableDefinition)
  await new SFNClient({}).send(
    new CreateStateMachineCommand({
      name: names.stateMachine,
      definition: JSON.stringify(purchaseDefinition(functionArn)),
      roleArn: 'arn:aws:iam::000000000000:role/local',
    }),
  )
}
