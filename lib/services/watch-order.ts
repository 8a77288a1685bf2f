import { setTimeout as wait } from 'node:timers/promises'
import { isSettled, type OrderStatus } from '#lib/domain/order.ts'
import { followOrder } from '#lib/services/follow-order.ts'
import type { Viewer } from '#lib/services/get-order.ts'

const pause = 400
/** Less than the minute that the CDN waits for an answer: the browser asks again. */
const patience = 50_000

/**
 * An order's status now and whenever it changes, until it has ended, most of a minute has passed or `signal` fires. One
 * GetItem a look. The first look throws `not_found` for those who may not see the order.
 */
export async function* watchOrder(viewer: Viewer, signal: AbortSignal): AsyncGenerator<OrderStatus> {
  const end = Date.now() + patience
  let last: string | undefined
  while (!signal.aborted && Date.now() < end) {
    const status = await followOrder(viewer)
    if (status.updatedAt !== last) yield status
    if (isSettled(status)) return
    last = status.updatedAt
    await wait(pause, undefined, { signal }).catch(() => undefined)
  }
}
