import { generateKeyPairSync } from 'node:crypto'
import { z } from 'zod'

/** The public half of an ES256 key as a JWK (RFC 7517, RFC 7518 section 6.2). */
export const publicKeySchema = z.object({
  kid: z.string().min(1),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  use: z.literal('sig').optional(),
  alg: z.literal('ES256').optional(),
})
export type PublicKey = z.infer<typeof publicKeySchema>

/** A key that signs: the public half and its secret number. Lives in Secrets Manager only. */
export const privateKeySchema = publicKeySchema.extend({ d: z.string() })
export type PrivateKey = z.infer<typeof privateKeySchema>

/** The half of a key that may be published. */
export function publicHalf({ d: _secret, ...rest }: PrivateKey): PublicKey {
  return rest
}

/** A new key pair under a key id. */
export function makeKey(kid: string): PrivateKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKeySchema.parse({ kid, use: 'sig', alg: 'ES256', ...privateKey.export({ format: 'jwk' }) })
}

/** The keys of a published list that can verify here. Others may stand in it and are passed over. */
export function usableKeys(published: readonly unknown[]): PublicKey[] {
  return published.flatMap(key => {
    const parsed = publicKeySchema.safeParse(key)
    return parsed.success ? [parsed.data] : []
  })
}
