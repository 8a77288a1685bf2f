import { createHash } from 'node:crypto'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { config } from '#lib/config.ts'
import { listRetailers } from '#lib/data/retailers.ts'
import { keepWebhook } from '#lib/data/webhooks.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { UcpRetailer } from '#lib/domain/retailer.ts'
import { isRetailersPage } from '#lib/domain/retailer-page.ts'
import { webhookPath } from '#lib/retailers/ucp/platform.ts'
import { profileAddress, verifySigner } from '#lib/retailers/ucp/profile/profile-of.ts'

const client = new SQSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 4000 } })

/** Seconds that a signature is good for: a copy sent later is refused. */
const replayWindow = 300
const agentPattern = /profile="([^"]+)"/
const idPattern = /^[\w.-]{1,100}$/

/** The retailer that says of itself, by its profile's address, that it sends this. Only its own keys can prove it. */
async function statedSender(headers: Headers): Promise<UcpRetailer> {
  const profile = agentPattern.exec(headers.get('ucp-agent') ?? '')?.[1] ?? ''
  const sender = (await listRetailers()).find(
    (retailer): retailer is UcpRetailer => retailer.adapter === 'ucp' && isRetailersPage(profile, retailer),
  )
  if (!sender?.enabled) throw new DomainError('signature_invalid', { cause: new Error('unknown sender') })
  return sender
}

function parse(body: Uint8Array): object {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (parsed && typeof parsed === 'object' && 'id' in parsed) return parsed
  } catch {
    // Refused below like any other body that is no order.
  }
  throw new DomainError('invalid_input')
}

/**
 * Takes a webhook in: the exact bytes are checked against the keys in the profile of the retailer that says it sends
 * them, kept once by its id, and left to be processed. A repeat is as good as the first. Throws `signature_invalid`,
 * `invalid_input`, and where the retailer's profile or our own queue cannot be reached what the sender shall try again.
 */
export async function receiveWebhook(headers: Headers, body: Uint8Array): Promise<void> {
  const retailer = await statedSender(headers)
  const url = new URL(webhookPath, config.SITE_URL)
  const { created } = await verifySigner(
    profileAddress(retailer),
    { method: 'POST', url, headers, body },
    { maxAge: replayWindow },
  )
  const payload = parse(body)
  // Only what is signed tells a repeat from something new: a webhook's own id need not be, the key always is.
  const signedId = headers.get('idempotency-key') ?? (created && headers.get('webhook-id'))
  const stated = signedId ?? ''
  const webhookId = idPattern.test(stated) ? stated : createHash('sha256').update(body).digest('hex')
  const kept = await keepWebhook(retailer.id, webhookId, payload)
  // One that is known but not processed may have got no further than the table.
  if (kept === 'processed') return
  const MessageBody = JSON.stringify({ retailerId: retailer.id, webhookId })
  await client.send(new SendMessageCommand({ QueueUrl: config.RETAILER_EVENTS_QUEUE_URL, MessageBody }))
}
