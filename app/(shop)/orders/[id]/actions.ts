'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action, currentViewer } from '#lib/action.ts'
import { idSchema } from '#lib/domain/ids.ts'
import { putBackChanges } from '#lib/domain/put-back.ts'
import { cancelOrder } from '#lib/services/cancel-order.ts'
import { changeCart } from '#lib/services/change-cart.ts'
import { getOrder } from '#lib/services/get-order.ts'

const putLinesBack = action({
  schema: z.object({ orderId: idSchema('order') }),
  run: async ({ orderId }, { ensureVisitor }) => {
    const order = await getOrder(await currentViewer(orderId))
    await changeCart((await ensureVisitor()).cartId, putBackChanges(order))
  },
})

/** Puts an order's lines back in the cart, for a browser without scripts. */
export async function putBack(form: FormData): Promise<void> {
  await putLinesBack(form)
  redirect('/cart/plain')
}

const askToCancel = action({
  schema: z.object({ orderId: idSchema('order') }),
  run: async ({ orderId }) => cancelOrder(await currentViewer(orderId)),
})

/** Has an order cancelled, and shows its page, which follows what becomes of it. */
export async function cancel(form: FormData): Promise<void> {
  await askToCancel(form)
  const orderId = idSchema('order').safeParse(form.get('orderId'))
  redirect(orderId.success ? `/orders/${orderId.data}` : '/orders/find')
}
