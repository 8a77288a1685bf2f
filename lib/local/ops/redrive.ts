import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { deadLettersOf } from '#lib/notify/dead-letters.ts'

/**
 * Moves all that lies in a queue's dead-letter queue back into the queue, each message sent before it is deleted: cut
 * off in between, a message is there twice, never lost, and subscribers can tell a repeat. Returns how many were moved.
 */
export async function redrive(queueUrl: string): Promise<{ from: string; moved: number }> {
  const client = new SQSClient({})
  const { name, url } = await deadLettersOf(queueUrl)
  const receive = { QueueUrl: url, MaxNumberOfMessages: 10, WaitTimeSeconds: 1, VisibilityTimeout: 60 }
  for (let moved = 0; ; ) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ ...receive, MessageAttributeNames: ['All'] }),
    )
    if (Messages.length === 0) return { from: name, moved }
    for (const { Body, MessageAttributes, ReceiptHandle } of Messages) {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: Body, MessageAttributes }))
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
      moved += 1
    }
  }
}
