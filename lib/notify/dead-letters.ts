import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { z } from 'zod'

const client = new SQSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } })

const policySchema = z.object({ deadLetterTargetArn: z.string() })

export type DeadLetters = { name: string; url: string /** About how many lie there. */; count: number }

async function attributes(QueueUrl: string): Promise<Record<string, string>> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  )
  return Attributes ?? {}
}

/**
 * The dead-letter queue of a queue, as its redrive policy names it, with what lies in it. Both are in one account and
 * region, so that their URLs differ in the name only. Throws for a queue without one.
 */
export async function deadLettersOf(queueUrl: string): Promise<DeadLetters> {
  const { RedrivePolicy = '{}' } = await attributes(queueUrl)
  const name = policySchema.parse(JSON.parse(RedrivePolicy)).deadLetterTargetArn.split(':').at(-1) ?? ''
  const url = queueUrl.replace(/[^/]+$/, name)
  const { ApproximateNumberOfMessages } = await attributes(url)
  return { name, url, count: Number(ApproximateNumberOfMessages ?? 0) }
}
