import { z } from 'zod'
import { makeKey, privateKeySchema } from './keys.ts'

/**
 * The secret `brandfront/signing`: `current` signs; `next` is published before it signs, so that nobody meets a key
 * they could not know; `previous` stays published for what was signed before the change.
 */
const signingKeysSchema = z.object({
  current: privateKeySchema,
  next: privateKeySchema,
  previous: privateKeySchema.optional(),
})
export type SigningKeys = z.infer<typeof signingKeysSchema>

const newKey = (now: Date) =>
  makeKey(`brandfront-${now.toISOString().slice(0, 10)}-${crypto.randomUUID().slice(0, 8)}`)

/** Keys for a first start. */
export function firstSigningKeys(now = new Date()): SigningKeys {
  return { current: newKey(now), next: newKey(now) }
}

/** The keys after a change: the next one signs from now on. Everyone has been able to read it for as long as it was next. */
export function rotated(keys: SigningKeys, now = new Date()): SigningKeys {
  return { current: keys.next, next: newKey(now), previous: keys.current }
}

/** The secret's text as keys. Throws a ZodError for what is none. */
export function parseSigningKeys(text: string): SigningKeys {
  return signingKeysSchema.parse(JSON.parse(text))
}
