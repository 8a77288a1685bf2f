import { saveAddress } from '#lib/data/customers.ts'
import type { Address } from '#lib/domain/address.ts'
import { customerIdOf } from '#lib/services/customer-id.ts'

/** Keeps the address that checkout starts from for the customer with this e-mail. */
export async function keepAddress(email: string, address: Address): Promise<void> {
  await saveAddress(await customerIdOf(email), address, { email })
}
