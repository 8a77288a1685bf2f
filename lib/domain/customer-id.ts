import { z } from 'zod'

/** A customer's id: made from the e-mail address, with no way back to it. */
export const idOfCustomerSchema = z.string().regex(/^cus_[0-9a-z]{20,40}$/)
