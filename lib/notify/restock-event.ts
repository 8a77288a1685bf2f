import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { z } from 'zod'
import { config } from '#lib/config.ts'
import { skuSchema } from '#lib/domain/listing.ts'

/** That a variant somebody waits for is to be had again. Ids only: the wish with its address stays in the table. */
export const restockEventSchema = z.object({
  type: z.literal('stock.back'),
  sku: skuSchema,
  customerId: z.string(),
})
export type RestockEvent = z.infer<typeof restockEventSchema>

const client = new SNSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 } })

/** Has somebody mailed that what they wait for is back. Saying it again is harmless. Throws the SDK's errors. */
export async function publishRestock(wish: { sku: string; customerId: string }): Promise<void> {
  const event = restockEventSchema.parse({ type: 'stock.back', ...wish })
  await client.send(
    new PublishCommand({
      TopicArn: config.ORDER_TOPIC_ARN,
      Message: JSON.stringify(event),
      MessageAttributes: { type: { DataType: 'String', StringValue: event.type } },
    }),
  )
}
