'use server'

import { revalidatePath, updateTag } from 'next/cache'
import { z } from 'zod'
import { action } from '#lib/action.ts'
import type { NewChange } from '#lib/domain/change.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import { retailerFormSchema } from '#lib/domain/retailer-form.ts'
import { invalidatePages } from '#lib/services/invalidate-pages.ts'
import { checkRetailer } from '#lib/services/retailers/check-retailer.ts'
import { addRetailer, editRetailer, moveRetailer, setEnabled } from '#lib/services/retailers/edit-registry.ts'

const tag = 'retailers'
const id = z.string().regex(/^[a-z0-9-]{2,30}$/)

/** Has every page that names retailers made anew, at the CDN too. */
async function renew(): Promise<void> {
  updateTag(tag)
  revalidatePath('/studio/retailers', 'layout')
  await invalidatePages([tag])
}

function recorded(retailerId: string, verb: NewChange['verb'], detail?: string): NewChange[] {
  return [{ subject: { kind: 'retailer', id: retailerId }, verb, detail }]
}

/** Adds a retailer, disabled at first, and asks it at once what it offers, so that its page can tell. */
export const add = action({
  schema: retailerFormSchema,
  role: 'admin',
  run: async row => {
    await addRetailer({ ...row, enabled: false })
    if (row.adapter !== 'handoff') await checkRetailer(row.id)
    await renew()
    return row.id
  },
  records: (row: RegistryRow) => recorded(row.id, 'created', row.name),
})

/** Saves what the form says of a retailer, unless someone else has saved since it was opened. */
export const save = action({
  schema: z.object({ form: retailerFormSchema, edition: z.string().max(40) }),
  role: 'admin',
  run: async ({ form, edition }) => {
    const changed = await editRetailer(form, edition)
    await renew()
    return changed
  },
  records: ({ form }, changed) =>
    changed.length > 0 ? recorded(form.id, 'saved', changed.join(', ').slice(0, 500)) : [],
})

export const enable = action({
  schema: z.object({ id, enabled: z.boolean() }),
  role: 'admin',
  run: async wish => {
    const changed = await setEnabled(wish.id, wish.enabled)
    await renew()
    return changed
  },
  records: (wish, changed) => (changed ? recorded(wish.id, wish.enabled ? 'enabled' : 'disabled') : []),
})

export const move = action({
  schema: z.object({ id, direction: z.enum(['up', 'down']) }),
  role: 'admin',
  run: async wish => {
    const place = await moveRetailer(wish.id, wish.direction)
    await renew()
    return place
  },
  records: (wish, place) => (place === undefined ? [] : recorded(wish.id, 'moved', `to place ${place}`)),
})

/** Asks a retailer now what it offers. It changes nothing but the note of how it answered. */
export const check = action({
  schema: z.object({ id }),
  role: 'marketer',
  run: async wish => {
    const found = await checkRetailer(wish.id)
    revalidatePath('/studio/retailers', 'layout')
    return found
  },
  records: 'nothing',
})
