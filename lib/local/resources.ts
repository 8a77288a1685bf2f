import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import { BucketAlreadyOwnedByYou, CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn'
import { expiryAttribute, tableDefinition } from '#lib/data/table-definition.ts'
import { purchaseDefinition } from '#lib/workflow/purchase.asl.ts'
import { functionArn, names } from './environment.ts'

type Definition = Omit<CreateTableCommandInput, 'TableName'>

/** Makes a table unless it exists, its items ending at `expires`. The AWS endpoint is read from the environment. */
async function makeTable(name: string, definition: Definition, expires: string): Promise<void> {
  const client = new DynamoDBClient({})
  try {
    await client.send(new CreateTableCommand({ ...definition, TableName: name }))
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: name,
        TimeToLiveSpecification: { AttributeName: expires, Enabled: true },
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
}

async function makeBucket(name: string): Promise<void> {
  try {
    await new S3Client({}).send(new CreateBucketCommand({ Bucket: name }))
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error
  }
}

/** What the cloud stack makes and the stand-ins start without: the site's table, bucket and purchase workflow. */
export async function makeResources(): Promise<void> {
  await makeTable(names.table, tableDefinition, expiryAttribute)
  await makeBucket(names.mediaBucket)
  await new SFNClient({}).send(
    new CreateStateMachineCommand({
      name: names.stateMachine,
      definition: JSON.stringify(purchaseDefinition(functionArn)),
      roleArn: 'arn:aws:iam::000000000000:role/local',
    }),
  )
}
