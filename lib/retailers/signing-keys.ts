import { secret, secretNames } from '#lib/secrets.ts'
import { parseSigningKeys, type SigningKeys } from './ucp/signatures/key-set.ts'
import { type PrivateKey, type PublicKey, publicHalf } from './ucp/signatures/keys.ts'

let known: { text: string; keys: SigningKeys } | undefined

async function signingKeys(): Promise<SigningKeys> {
  const text = await secret(secretNames.signing)
  if (known?.text !== text) known = { text, keys: parseSigningKeys(text) }
  return known.keys
}

/** The key that signs what this site sends. */
export async function signingKey(): Promise<PrivateKey> {
  return (await signingKeys()).current
}

/** The keys by which others know what this site has signed, as its profile publishes them. */
export async function publishedKeys(): Promise<PublicKey[]> {
  const { current, next, previous } = await signingKeys()
  return [current, next, ...(previous ? [previous] : [])].map(publicHalf)
}
