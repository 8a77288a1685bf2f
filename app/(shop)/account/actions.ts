'use server'

import { redirect } from 'next/navigation'
import { action } from '#lib/action.ts'
import { addressSchema } from '#lib/domain/address.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { keepAddress } from '#lib/services/keep-address.ts'

/** Keeps the signed-in customer's address. */
export const saveAccountAddress = action({
  schema: addressSchema,
  role: 'shopper',
  run: async (address, { session }) => {
    if (!session) throw new DomainError('not_signed_in')
    await keepAddress(session.email, address)
  },
})

/** The same for a browser without JavaScript. */
export async function saveAccountAddressPlain(form: FormData) {
  const result = await saveAccountAddress(form)
  redirect(result.ok ? '/account?address=saved' : '/account?address=refused')
}
