import { createHmac } from 'node:crypto'
import { secret, secretNames } from '#lib/secrets.ts'

async function digest(purpose: string, email: string): Promise<string> {
  const key = await secret(secretNames.cookies)
  const address = email.trim().toLowerCase()
  return createHmac('sha256', key).update(`${purpose}\n${address}`).digest('hex').slice(0, 26)
}

/** The id of the customer with this e-mail address: the same wherever it is asked for, and no way back to the address. */
export async function customerIdOf(email: string): Promise<string> {
  return `cus_${await digest('customer', email)}`
}

/** The id of that customer's one cart, shared by all their devices. */
export async function customerCartIdOf(email: string): Promise<string> {
  return `cart_${await digest('cart', email)}`
}
