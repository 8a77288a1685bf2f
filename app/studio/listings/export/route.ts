import { requireStudio, studioRefusal } from '#app/studio/guard.ts'
import { exportListings } from '#lib/services/export-listings.ts'

/** All listings as a CSV file, for marketers. */
export async function GET(): Promise<Response> {
  try {
    await requireStudio('marketer')
  } catch (error) {
    return studioRefusal(error)
  }
  const name = `listings-${new Date().toISOString().slice(0, 10)}.csv`
  const parts = exportListings()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull: async controller => {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
