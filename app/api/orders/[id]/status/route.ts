import { currentViewer } from '#lib/action.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { followOrder } from '#lib/services/follow-order.ts'

/** How an order stands, for a page that cannot listen to its events. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const headers = { 'cache-control': 'no-store' }
  try {
    return Response.json(await followOrder(await currentViewer(id)), { headers })
  } catch (error) {
    if (!isDomainError(error, 'not_found')) throw error
    return Response.json({ code: error.code, message: messageFor(error) }, { status: 404, headers })
  }
}
