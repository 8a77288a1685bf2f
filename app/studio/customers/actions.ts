'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action } from '#lib/action.ts'
import { consentsSchema } from '#lib/domain/consent.ts'
import { idOfCustomerSchema } from '#lib/domain/customer-id.ts'
import { eraseCustomer } from '#lib/services/customers/customer-data.ts'
import { findCustomer } from '#lib/services/customers/find-customer.ts'
import { saveConsents } from '#lib/services/customers/save-consents.ts'

const find = action({
  schema: z.object({ q: z.string().trim().min(1).max(200) }),
  role: 'marketer',
  records: 'nothing',
  run: async ({ q }) => ({ customerId: await findCustomer(q) }),
})

/** Goes to the customer that a search finds. Posted, so that no e-mail address stands in a page's address. */
export async function search(form: FormData): Promise<void> {
  const result = await find(form)
  const id = result.ok ? result.data.customerId : undefined
  redirect(id ? `/studio/customers/${id}` : '/studio/customers?found=none')
}

const customerSchema = z.object({ customerId: idOfCustomerSchema })

const runConsents = action({
  schema: customerSchema.extend(consentsSchema.shape),
  role: 'marketer',
  records: ({ customerId, ...consents }) => [
    {
      subject: { kind: 'customer', id: customerId },
      verb: 'set_consents',
      detail:
        Object.entries(consents)
          .flatMap(([purpose, agreed]) => (agreed ? [purpose.replaceAll('_', ' ')] : []))
          .join(', ') || 'none',
    },
  ],
  run: ({ customerId, ...consents }, { session }) => saveConsents(customerId, consents, session.email),
})

/** Changes what a customer agrees to, as they asked for. */
export async function changeConsents(form: FormData): Promise<void> {
  const result = await runConsents(form)
  const id = customerSchema.shape.customerId.safeParse(form.get('customerId')).data
  if (!id) redirect('/studio/customers')
  revalidatePath(`/studio/customers/${id}`)
  redirect(`/studio/customers/${id}?done=${result.ok ? 'consents' : result.code}`)
}

const runErase = action({
  schema: customerSchema.extend({ sure: z.literal('on') }),
  role: 'marketer',
  records: ({ customerId }, orders) => [
    { subject: { kind: 'customer', id: customerId }, verb: 'erased', detail: `${orders} orders` },
  ],
  run: ({ customerId }) => eraseCustomer(customerId),
})

/** Forgets a customer who asked for it. */
export async function erase(form: FormData): Promise<void> {
  const result = await runErase(form)
  if (result.ok) redirect('/studio/customers?found=erased')
  const id = customerSchema.shape.customerId.safeParse(form.get('customerId')).data
  redirect(id ? `/studio/customers/${id}?done=${result.code}` : '/studio/customers')
}
