import { claimKey } from '#lib/data/keys.ts'
import { getListings } from '#lib/data/listings.ts'
import { saveRestockWish } from '#lib/data/restock-wishes.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { RestockForm } from '#lib/domain/restock.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'

/** Wishes that one address can make in a day: nobody's inbox is filled by someone else. */
const wishesPerDay = 10
const day = 24 * 60 * 60

/**
 * Notes that somebody wants one mail once a variant is to be had again. Asked twice, it is noted once. Throws
 * `unknown_product`, and `too_many_requests` (field `email`).
 */
export async function wishRestock(form: RestockForm): Promise<void> {
  const [listing] = await getListings([form.slug])
  const variant = listing?.variants.find(each => each.sku === form.sku)
  if (listing?.status !== 'published' || !variant) throw new DomainError('unknown_product')
  const customerId = await customerIdOf(form.email)
  await admit(customerId)
  await saveRestockWish({ ...form, customerId, name: listing.name, variantLabel: variant.label })
}

async function admit(customerId: string): Promise<void> {
  const today = new Date().toISOString().slice(0, 10)
  for (let slot = 0; slot < wishesPerDay; slot++) {
    if (await claimKey('restock-wish', `${customerId}/${today}/${slot}`, day)) return
  }
  throw new DomainError('too_many_requests', { field: 'email' })
}
