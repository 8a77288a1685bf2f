import { createHmac, timingSafeEqual } from 'node:crypto'
import { secret, secretNames } from '#lib/secrets.ts'

async function seal(purpose: string, value: string): Promise<string> {
  const key = await secret(secretNames.cookies)
  return createHmac('sha256', key).update(`${purpose}\n${value}`).digest('base64url')
}

/** `value` with a signature over it and its `purpose`, so that one cookie's value is no good as another's. */
export async function signValue(purpose: string, value: string): Promise<string> {
  return `${value}.${await seal(purpose, value)}`
}

/** The value signed by `signValue` for the same purpose, or undefined when the text was not made by us. */
export async function openSignedValue(purpose: string, text: string): Promise<string | undefined> {
  const dot = text.lastIndexOf('.')
  if (dot < 1 || text.length > 4096) return undefined
  const value = text.slice(0, dot)
  const expected = Buffer.from(await seal(purpose, value))
  const given = Buffer.from(text.slice(dot + 1))
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined
}
