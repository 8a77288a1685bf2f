import { secret, secretNames } from '#lib/secrets.ts'
import { parseSigningKeys } from './ucp/signatures/key-set.ts'
import { type PrivateKey, type PublicKey, publicHalf } from './ucp/signatures/keys.ts'

const signingKeys = async () => parseSigningKeys(await secret(secretNames.signing))

/** The key that signs what this site sends. */
export async function signingKey(): Promise<PrivateKey> {
  return (await signingKeys()).current
}

/** The keys by which others know what this site has signed, as its profile publishes them. */
export async function publishedKeys(): Promise<PublicKey[]> {
  const { current, next, previous } = await signingKeys()
  return [current, next, ...(previous ? [previous] : [])].map(publicHalf)
}
