import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { config } from '#lib/config.ts'
import { uuidFrom } from '#lib/idempotency.ts'
import { countPurchase } from '#lib/metrics.ts'
import { type OrderEvent, orderEventSchema } from '#lib/notify/order-event.ts'
import { raiseAlarm } from '#lib/notify/raise-alarm.ts'

const client = new SNSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 } })

/**
 * Tells the topic's subscribers that an order came to `state`, or what else happened to it. They can filter on the
 * attributes `type` (`order.confirmed`, `order.shipped`), `state` and `retailerId`. A repeat carries the same id. An
 * order that needs attention raises an alarm too. Throws the SDK's errors.
 */
export async function publishOrderEvent({
  happened,
  ...order
}: Pick<OrderEvent, 'orderId' | 'retailerId' | 'state' | 'reason' | 'about'> & {
  /** What happened, where it is not that the order came to its state. */
  happened?: 'shipped' | 'delivered' | 'refunded'
}): Promise<void> {
  const type = `order.${happened ?? order.state}`
  const about = order.about ? `:${order.about}` : ''
  const event = orderEventSchema.parse({ ...order, id: uuidFrom(`${order.orderId}:${type}${about}`), type })
  // Before the event: once its mail is sent nobody looks at the order again, and so nobody would miss the alarm.
  if (event.state === 'needs_attention') {
    const { orderId, retailerId, reason } = event
    await raiseAlarm({ subject: 'order_needs_attention', about: orderId, orderId, retailerId, reason })
  }
  const attribute = (StringValue: string) => ({ DataType: 'String', StringValue })
  await client.send(
    new PublishCommand({
      TopicArn: config.ORDER_TOPIC_ARN,
      Message: JSON.stringify(event),
      MessageAttributes: {
        type: attribute(type),
        state: attribute(event.state),
        retailerId: attribute(event.retailerId),
      },
    }),
  )
  countPurchase(event.orderId, event.state)
}
