import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { z } from 'zod'
import { config } from '#lib/config.ts'
import { errorCodes } from '#lib/domain/errors.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { log } from '#lib/log.ts'

/** What pages a person: ids, codes and counts, no personal data. The studio has the rest. */
export const alarmSchema = z.object({
  /** The same for each repeat of one alarm. */
  id: z.string(),
  type: z.literal('alarm'),
  subject: z.enum(['order_needs_attention', 'dead_letters']),
  orderId: z.string().optional(),
  retailerId: z.string().optional(),
  reason: z.enum(errorCodes).optional(),
  /** The dead-letter queue's name, and how many messages lie in it. */
  queue: z.string().optional(),
  count: z.number().int().optional(),
})
export type Alarm = z.infer<typeof alarmSchema>

const client = new SNSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 } })

/**
 * Publishes an alarm on the order topic, with the attributes `type` (`alarm`) and `subject` to filter on. `about`
 * names what it is about: a repeat about the same carries the same id. Throws the SDK's errors.
 */
export async function raiseAlarm({
  about,
  ...alarm
}: Omit<Alarm, 'id' | 'type'> & { about: string }): Promise<void> {
  const id = uuidFrom(`alarm:${alarm.subject}:${about}`)
  const event = alarmSchema.parse({ ...alarm, id, type: 'alarm' })
  log.warn('alarm', event)
  const attribute = (StringValue: string) => ({ DataType: 'String', StringValue })
  await client.send(
    new PublishCommand({
      TopicArn: config.ORDER_TOPIC_ARN,
      Message: JSON.stringify(event),
      MessageAttributes: { type: attribute(event.type), subject: attribute(event.subject) },
    }),
  )
}
