'use server'

import { z } from 'zod'
import { action } from '#lib/action.ts'
import { placeOrderSchema } from '#lib/domain/checkout-form.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { getAccount } from '#lib/services/get-account.ts'
import { placeOrder as place } from '#lib/services/place-order.ts'

/** Orders what the accepted quotes say. Sent twice, it answers the same orders. */
export const placeOrder = action({
  schema: placeOrderSchema,
  run: async (input, { visitor, session }) => {
    if (!visitor) throw new DomainError('cart_empty')
    return place({ ...input, ...visitor, signedInEmail: session?.email })
  },
})

/** What a signed-in shopper need not type again; nothing for a guest. */
export const prefill = action({
  schema: z.undefined(),
  run: async (_, { session }) => {
    if (!session) return {}
    const { address } = await getAccount(session.email)
    return { contact: { email: session.email }, address }
  },
})
