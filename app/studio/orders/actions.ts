'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action } from '#lib/action.ts'
import { readSearch } from '#lib/services/search-orders.ts'

const read = action({
  schema: z.object({ q: z.string().trim().min(1).max(200) }),
  role: 'marketer',
  run: ({ q }) => readSearch(q),
  records: 'nothing',
})

/** Goes to the page that shows what a search finds. */
export async function search(form: FormData): Promise<void> {
  const result = await read(form)
  redirect(result.ok ? `/studio/orders?${new URLSearchParams(result.data)}` : '/studio/orders')
}
