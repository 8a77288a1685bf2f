import { requireStudio, studioRefusal } from '#app/studio/guard.ts'
import { purposeSchema } from '#lib/domain/consent.ts'
import { audienceCsv } from '#lib/services/customers/audience-csv.ts'
import { recordChange } from '#lib/services/record-change.ts'

/** Those who agreed to a purpose, as a file; that it was taken is recorded, with how many are in it. */
export async function POST(request: Request): Promise<Response> {
  try {
    const person = await requireStudio('marketer')
    const purpose = purposeSchema.safeParse((await request.formData()).get('purpose')).data
    if (!purpose) return new Response(null, { status: 400 })
    const { csv, count } = await audienceCsv(purpose)
    await recordChange(person.email, {
      subject: { kind: 'audience', id: purpose },
      verb: 'exported',
      detail: `${count} customers`,
    })
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="audience-${purpose.replaceAll('_', '-')}.csv"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return studioRefusal(error)
  }
}
