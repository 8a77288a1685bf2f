'use server'

import { redirect } from 'next/navigation'
import { action } from '#lib/action.ts'
import { restockFormSchema } from '#lib/domain/restock.ts'
import { wishRestock as note } from '#lib/services/wish-restock.ts'

/** Notes that somebody wants one mail once something is back. */
export const wishRestock = action({
  schema: restockFormSchema,
  run: async form => {
    await note(form)
    return {}
  },
})

/** The same for a browser without scripts: it ends on a page that says what came of it. */
export async function wishRestockPlain(form: FormData): Promise<void> {
  const result = await wishRestock(form)
  redirect(result.ok ? '/restock' : `/restock?refused=${result.code}`)
}
