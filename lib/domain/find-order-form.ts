import { z } from 'zod'
import { contactSchema } from '#lib/domain/address.ts'
import type { ErrorCode } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'

/** What finds an order without an account. The number as a person copies it: any case, with or without the dash. */
export const findOrderSchema = z.object({
  number: z
    .string()
    .trim()
    .regex(/^[0-9a-z]{4}[\s-]?[0-9a-z]{4}$/i, 'Enter the order number, such as 7K2M-4QXD.'),
  email: contactSchema.shape.email,
})
export type FindOrderInput = z.input<typeof findOrderSchema>

/** Why no order was shown. The same whichever of the two was wrong. */
export function findOrderWords(code: ErrorCode): string {
  return code === 'not_found' ? 'We have no order with this number and e-mail. Check both.' : messageFor(code)
}
