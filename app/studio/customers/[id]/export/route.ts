import { requireStudio, studioRefusal } from '#app/studio/guard.ts'
import { idOfCustomerSchema } from '#lib/domain/customer-id.ts'
import { exportCustomer } from '#lib/services/customers/customer-data.ts'
import { recordChange } from '#lib/services/record-change.ts'

/** All that is held on a customer, as a file to give to them; that it was taken is recorded. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const person = await requireStudio('marketer')
    const id = idOfCustomerSchema.safeParse((await params).id).data
    if (!id) return new Response(null, { status: 404 })
    const data = await exportCustomer(id)
    await recordChange(person.email, { subject: { kind: 'customer', id }, verb: 'exported' })
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${id}.json"`,
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return studioRefusal(error)
  }
}
