import { requireStudio, studioRefusal } from '#app/studio/guard.ts'
import { dayOf, readRange } from '#lib/domain/insight/periods.ts'
import { tableIdSchema } from '#lib/domain/insight/tables.ts'
import { readInsight } from '#lib/services/insight/read-insight.ts'
import { tableCsv } from '#lib/services/insight/table-csv.ts'

/** A table of the report as a file, for those who may see it. */
export async function GET(request: Request): Promise<Response> {
  try {
    await requireStudio('viewer')
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    const id = tableIdSchema.safeParse(asked.table).data
    if (!id) return new Response(null, { status: 404 })
    const range = readRange(asked, dayOf(Date.now()))
    const { tables } = await readInsight(range)
    return new Response(tableCsv(tables[id]), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${id}-${range.from}-${range.to}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return studioRefusal(error)
  }
}
