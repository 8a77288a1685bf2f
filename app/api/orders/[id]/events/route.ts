import { currentViewer } from '#lib/action.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import type { OrderStatus } from '#lib/domain/order.ts'
import { log } from '#lib/log.ts'
import { watchOrder } from '#lib/services/watch-order.ts'

const encoder = new TextEncoder()

function eventStream(first: IteratorResult<OrderStatus>, rest: AsyncGenerator<OrderStatus>) {
  let next: IteratorResult<OrderStatus> | undefined = first
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = next ?? (await rest.next())
        next = undefined
        if (!done) return controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`))
        controller.enqueue(encoder.encode('event: end\ndata: {}\n\n'))
      } catch (error) {
        log.error('order events broke off', error)
      }
      controller.close()
    },
    async cancel() {
      await rest.return(undefined)
    },
  })
}

/** An order's status as server-sent events: now, at each change, and an `end` when there is no more to come. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  try {
    const events = watchOrder(await currentViewer(id), request.signal)
    const first = await events.next()
    // `no-transform` keeps a compressing proxy from holding events back.
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' }
    return new Response(eventStream(first, events), { headers })
  } catch (error) {
    if (!isDomainError(error, 'not_found')) throw error
    const headers = { 'cache-control': 'no-store' }
    return Response.json({ code: error.code, message: messageFor(error) }, { status: 404, headers })
  }
}
