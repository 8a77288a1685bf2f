import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { Answer, Invoke } from './server.ts'

/** The event that Lambda hands to a function for a batch of messages. */
function eventOf(messages: Message[], queueArn: string) {
  return {
    Records: messages.map(message => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes ?? {},
      messageAttributes: {},
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: queueArn,
      awsRegion: 'us-east-1',
    })),
  }
}

/**
 * The messages to delete: all on success, none on an error, those not named in `batchItemFailures` on a partial
 * failure (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html). What stays comes back
 * after the visibility timeout until the queue's redrive policy moves it to the dead letters.
 */
function succeeded(messages: Message[], answer: Answer): Message[] {
  if (answer.functionError) return []
  const result = JSON.parse(answer.payload) as { batchItemFailures?: { itemIdentifier: string }[] } | null
  const failed = new Set(result?.batchItemFailures?.map(failure => failure.itemIdentifier))
  return messages.filter(message => !failed.has(message.MessageId ?? ''))
}

/** Polls a queue and hands what arrives to a function, the way an event source mapping does. */
export function startEventSource(options: {
  endpoint: string
  queueUrl: string
  functionName: string
  invoke: Invoke
}): { stop: () => Promise<void> } {
  const { queueUrl, functionName, invoke } = options
  const client = new SQSClient({
    endpoint: options.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const stopping = new AbortController()
  const abortSignal = stopping.signal

  async function handle(messages: Message[], queueArn: string) {
    const done = succeeded(messages, await invoke(functionName, eventOf(messages, queueArn)))
    if (done.length === 0) return
    await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: done.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle })),
      }),
    )
  }

  async function poll() {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }),
    )
    const receive = { QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 }
    while (!abortSignal.aborted) {
      const { Messages } = await client.send(
        new ReceiveMessageCommand({ ...receive, MessageSystemAttributeNames: ['All'] }),
        { abortSignal },
      )
      if (Messages?.length) await handle(Messages, Attributes?.QueueArn ?? '')
    }
  }

  async function keepPolling() {
    while (!abortSignal.aborted) {
      try {
        await poll()
      } catch {
        // The queue's server is stopping, or refused once: a real mapping tries again too.
        if (!abortSignal.aborted) await new Promise(resolve => setTimeout(resolve, 500))
      }
    }
  }

  const polling = keepPolling()
  return {
    stop: async () => {
      stopping.abort()
      await polling
    },
  }
}
