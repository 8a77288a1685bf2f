'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action } from '#lib/action.ts'
import type { ActionResult } from '#lib/domain/action-result.ts'
import { resolutionSchema } from '#lib/domain/audit.ts'
import type { NewChange } from '#lib/domain/change.ts'
import { idSchema } from '#lib/domain/ids.ts'
import { askRetailer, releaseOrder, resolveOrder } from '#lib/services/operate-order.ts'

const orderSchema = z.object({ orderId: idSchema('order') })

function recorded(orderId: string, verb: NewChange['verb'], outcome: string): NewChange[] {
  return [{ subject: { kind: 'order', id: orderId }, verb, detail: outcome }]
}

/** Back to the order, which shows what came of it. */
function show(form: FormData, result: ActionResult<string>): never {
  const orderId = idSchema('order').safeParse(form.get('orderId')).data
  if (!orderId) redirect('/studio/orders')
  redirect(`/studio/orders/${orderId}?outcome=${result.ok ? result.data : result.code}`)
}

const runAsk = action({
  schema: orderSchema,
  role: 'marketer',
  run: ({ orderId }, { session }) => askRetailer(orderId, session.email),
  records: ({ orderId }, outcome) => recorded(orderId, 'asked', outcome),
})

/** Asks the retailer again what became of an order. */
export async function ask(form: FormData): Promise<void> {
  show(form, await runAsk(form))
}

const runRelease = action({
  schema: orderSchema,
  role: 'marketer',
  run: ({ orderId }, { session }) => releaseOrder(orderId, session.email),
  records: ({ orderId }, outcome) => recorded(orderId, 'released', outcome),
})

/** Takes back what the retailer may hold for an order. */
export async function release(form: FormData): Promise<void> {
  show(form, await runRelease(form))
}

const runResolve = action({
  schema: orderSchema.extend(resolutionSchema.shape),
  role: 'marketer',
  run: ({ orderId, ...resolution }, { session }) => resolveOrder(orderId, resolution, session.email),
  records: ({ orderId }, outcome) => recorded(orderId, 'resolved', outcome),
})

/** Ends an order as a person found out. */
export async function resolve(form: FormData): Promise<void> {
  show(form, await runResolve(form))
}
