import { createServer } from 'node:http'
import { listen, readBody } from '#lib/local/stand-ins/aws-json.ts'
import { cross, note, stage } from './stage.ts'

/** A message on its way from the topic to the mailer. */
type Message = { id: string; body: string; receipts: number }

const mostReceipts = 3
/** The topic, its one queue and its dead letters. */
export const queue: Message[] = []
export const deadLetters: Message[] = []
/** Every event that the topic took. */
export const published: { type: string; orderId: string; state: string }[] = []
/** The orders that an alarm has called a person to. */
export const alarms: string[] = []

export function clearTopic(): void {
  for (const list of [queue, deadLetters, published, alarms]) list.length = 0
}

/** Events of orders go to the mail queue, as its subscription's filter says; alarms go to people. */
function publish(text: string): void {
  stage().said.push(text)
  const event = JSON.parse(text)
  if (event.type === 'alarm') alarms.push(event.orderId)
  else {
    published.push(event)
    queue.push({ id: `message-${published.length}`, body: text, receipts: 0 })
  }
}

/** SNS, as far as publishing goes. Returns its port. */
export async function startTopic(): Promise<number> {
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await readBody(request))
    await cross('topic', 'publish', async fault => {
      if (fault !== 'refused') publish(form.get('Message') ?? '')
      const isFine = fault === undefined
      response.writeHead(isFine ? 200 : 503, { 'content-type': 'text/xml' })
      response.end(
        isFine
          ? '<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>'
          : '<ErrorResponse><Error><Type>Receiver</Type><Code>InternalError</Code></Error></ErrorResponse>',
      )
    })
  })
  await listen(server, 0)
  const address = server.address()
  return address && typeof address === 'object' ? address.port : 0
}

type Mailer = (event: {
  Records: { messageId: string; body: string }[]
}) => Promise<{ batchItemFailures: object[] }>

/** Hands each waiting message to the mailer once; what fails waits again, the third time with the dead letters. */
export async function deliverMessages(mailer: Mailer): Promise<void> {
  for (const message of queue.splice(0)) {
    message.receipts += 1
    const failed = await cross('queue', 'receive', async fault => {
      const event = { Records: [{ messageId: message.id, body: message.body }] }
      if (fault === 'twice') await hand(mailer, event)
      return hand(mailer, event)
    })
    if (!failed) continue
    if (message.receipts < mostReceipts) queue.push(message)
    else deadLetters.push(message)
  }
}

async function hand(mailer: Mailer, event: Parameters<Mailer>[0]): Promise<boolean> {
  try {
    return (await mailer(event)).batchItemFailures.length > 0
  } catch {
    note('the mailer ended early')
    return true
  }
}

/** What an operator does with dead letters once the trouble is over. */
export function redrive(): void {
  for (const message of deadLetters.splice(0)) queue.push({ ...message, receipts: 0 })
}
