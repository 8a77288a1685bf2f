import { getOrderRecord } from '#lib/data/order-record.ts'
import { dueOrders, getOrder, stopLooking } from '#lib/data/orders.ts'

import { handler as sendMail } from '#lib/notify/send-mail.ts'
import { forgetProfiles } from '#lib/retailers/ucp/profile/fetch-profile.ts'
import { reconcile } from '#lib/workflow/reconcile.ts'
import { audit, auditEarly, booksOf, type Violation } from './audit.ts'
import { cancelLater, cancelNow, changeMind } from './change-of-mind.ts'
import { advance, now } from './clock.ts'
import { installDatabaseFaults } from './database.ts'
import { areWaiting, clearExecutions, runExecutions } from './executions.ts'
import { startHosts } from './hosts.ts'
import { mailbox } from './mailbox.ts'
import { installNetwork } from './network.ts'
import { clearStore } from './retailer-store.ts'
import { resetSandbox, tend } from './sandbox.ts'
import { disturbWorld, orderIdOf, type Purchase, shop, submit } from './shopper.ts'
import { catchUp, later, note, runAs, type Sabotage, stage, startStage } from './stage.ts'
import { clearTopic, deadLetters, deliverMessages, queue, redrive } from './topic.ts'
import { visitRetailer } from './visit.ts'

const minute = 60_000
/** Rounds in which a case that is left in peace must come to rest: its executions, its mail, its retries. */
const settlingRounds = 14

export type Outcome = {
  seed: number
  state: string
  strikes: number
  violations: Violation[]
  trace: string[]
}

installNetwork()
installDatabaseFaults()
const streams = [process.stdout, process.stderr]
const realWrites = streams.map(stream => stream.write.bind(stream))

/** Everything the product logs goes to the audit. */
function installLogCapture(): void {
  for (const stream of streams) {
    stream.write = (text: string | Uint8Array) => {
      stage().said.push(String(text))
      return true
    }
  }
}

const mailer: Parameters<typeof deliverMessages>[0] = event => runAs('function', () => sendMail(event))

async function lookAfterOrders(): Promise<void> {
  try {
    await runAs('function', () => reconcile(new Date()))
  } catch (error) {
    note(`reconcile: ${error instanceof Error ? error.name : ''}`)
  }
}

/** Two of the schedule's runs at once: the other in the middle of this one, or of what comes next. */
async function lookTwice(): Promise<void> {
  if (stage().random.chance(0.3)) later(stage().random.below(12), lookAfterOrders)
  await lookAfterOrders()
}

/** What must not be untrue even for a moment. */
async function checkEnd(purchase: Purchase): Promise<Violation[]> {
  const wasCalm = stage().isCalm
  stage().isCalm = true
  const orderId = await orderIdOf(purchase)
  const order = orderId && (await getOrder(orderId))
  stage().isCalm = wasCalm
  return order ? auditEarly(order, await booksOf(purchase)) : []
}

/** The order has ended and its mail is out: little can happen that has not. */
const isOver = () => mailbox.length > 0 && queue.length === 0 && !areWaiting() && stage().later.length === 0

async function trouble(purchase: Purchase): Promise<Violation[]> {
  const { random } = stage()
  const found: Violation[] = []
  const rounds = 1 + random.below(3) + (purchase.isUnwanted ? 1 : 0)
  for (let round = 0; round < rounds; round += 1) {
    if (random.chance(0.5)) cancelLater(purchase)
    const ran = await runExecutions()
    if (ran > 0) found.push(...(await checkEnd(purchase)))
    await deliverMessages(mailer)
    if (!purchase.isUnwanted && isOver() && random.chance(0.7)) break
    if (random.chance(0.7)) await cancelNow(purchase)
    advance(random.pick([20_000, 90_000, 3 * minute, 12 * minute]))
    if (random.chance(0.5)) await tend(purchase.shopId)
    if (random.chance(0.8)) await lookTwice()
  }
  return found
}

async function isQuiet(purchase: Purchase): Promise<boolean> {
  if (areWaiting() || queue.length > 0 || stage().later.length > 0) return false
  const orderId = await orderIdOf(purchase)
  return orderId === undefined || (await getOrderRecord(orderId))?.due === undefined
}

/** Returns whether all came to rest. */
async function settle(purchase: Purchase): Promise<boolean> {
  stage().isCalm = true
  note('from here on nothing fails')
  startHosts()
  for (let round = 0; round < settlingRounds; round += 1) {
    await catchUp(true)
    await runExecutions()
    await deliverMessages(mailer)
    if (deadLetters.length > 0) redrive()
    await tend(purchase.shopId)
    if (await isQuiet(purchase)) return true
    advance(3 * minute)
    await lookAfterOrders()
  }
  return false
}

/** Orders that a case left behind would be found by the next one's reconcile. */
async function sweep(): Promise<void> {
  const left = await dueOrders(new Date(now() + 1440 * minute).toISOString(), 50)
  for (const orderId of left) await stopLooking(orderId)
}

/** One purchase under the faults of one seed, from the accepted quote to the audit. */
export async function runCase(seed: number, sabotage?: Sabotage): Promise<Outcome> {
  const { schedule } = startStage(seed, sabotage)
  clearStore()
  forgetProfiles()
  clearExecutions()
  clearTopic()
  mailbox.length = 0
  startHosts()
  await resetSandbox()
  installLogCapture()
  try {
    const purchase = await shop()
    note(`seed ${seed}, ${purchase.shopId}: ${schedule.name}${stage().isForgetful ? ', forgetful' : ''}`)
    await disturbWorld(purchase)
    await changeMind(purchase)
    stage().whileAwaited = visitRetailer(purchase)
    stage().isCalm = false
    await submit(purchase)
    const early = await trouble(purchase)
    const isSettled = await settle(purchase)
    const orderId = await orderIdOf(purchase)
    const late = await audit(purchase, orderId, isSettled)
    if (!isSettled) await sweep()
    const order = orderId ? await getOrder(orderId) : undefined
    const distinct = new Map([...early, ...late].map(each => [`${each.rule} ${each.words}`, each]))
    return {
      seed,
      state: order ? order.state : 'no order',
      strikes: stage().strikes,
      violations: [...distinct.values()],
      trace: stage().trace,
    }
  } finally {
    for (const [index, stream] of streams.entries()) stream.write = realWrites[index] ?? stream.write
  }
}
