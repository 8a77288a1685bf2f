'use server'

import { redirect } from 'next/navigation'
import { action, rememberSeenOrder } from '#lib/action.ts'
import { findOrderSchema } from '#lib/domain/find-order-form.ts'
import { findOrder } from '#lib/services/find-order.ts'

/** Finds an order by its number and e-mail, lets this browser see it, and goes there. */
export const find = action({
  schema: findOrderSchema,
  run: async wanted => {
    const orderId = await findOrder(wanted)
    await rememberSeenOrder(orderId)
    return redirect(`/orders/${orderId}`)
  },
})

/** The same for a browser without scripts: a refusal comes back as the page with its reason. */
export async function findPlain(form: FormData): Promise<void> {
  const result = await find(form)
  if (!result.ok) redirect(`/orders/find?refused=${result.code}`)
}
