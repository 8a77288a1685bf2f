import { globSync, readFileSync, statSync } from 'node:fs'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs'
import { load } from './function.ts'

const bucket = 'site-cache'
const table = 'site-tags'

/** Where OpenNext's server finds its cache: what SST gives it, at the stand-ins. */
export const cacheEnvironment = {
  CACHE_BUCKET_NAME: bucket,
  CACHE_BUCKET_KEY_PREFIX: '_cache',
  CACHE_BUCKET_REGION: 'us-east-1',
  CACHE_DYNAMO_TABLE: table,
  REVALIDATION_QUEUE_REGION: 'us-east-1',
}

const attribute = (AttributeName: string, AttributeType: 'S' | 'N' = 'S') => ({
  AttributeName,
  AttributeType,
})

/** Bucket, table of tags and queue as SST makes them, filled with what the build prerendered. Returns the queue. */
export async function makeCache(s3: S3Client): Promise<string> {
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
  for (const path of globSync('.open-next/cache/**/*').filter(each => statSync(each).isFile())) {
    const Key = path.replace('.open-next/cache', '_cache')
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: readFileSync(path) }))
  }
  await new DynamoDBClient({}).send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [attribute('tag'), attribute('path'), attribute('revalidatedAt', 'N')],
      KeySchema: [
        { AttributeName: 'tag', KeyType: 'HASH' },
        { AttributeName: 'path', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'revalidate',
          KeySchema: [
            { AttributeName: 'path', KeyType: 'HASH' },
            { AttributeName: 'revalidatedAt', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  )
  const seeder = await load('dynamodb-provider')
  // The very event that SST sends.
  await seeder({ RequestType: 'Create' })
  const { QueueUrl } = await new SQSClient({}).send(
    new CreateQueueCommand({
      QueueName: 'revalidation.fifo',
      Attributes: { FifoQueue: 'true', ContentBasedDeduplication: 'true' },
    }),
  )
  return QueueUrl ?? ''
}

/** The pages in the bucket. */
export async function cachedKeys(s3: S3Client): Promise<string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }))
  return Contents.map(({ Key }) => Key ?? '')
}
