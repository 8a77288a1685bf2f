import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { PrivateKey, PublicKey } from './keys.ts'

const privateKeys = new WeakMap<PrivateKey, KeyObject>()
const publicKeys = new WeakMap<PublicKey, KeyObject>()

/** A key as the crypto library takes it, made once: reading a key costs as much as signing with it. */
export function privateKeyOf(key: PrivateKey): KeyObject {
  const known = privateKeys.get(key) ?? createPrivateKey({ key, format: 'jwk' })
  privateKeys.set(key, known)
  return known
}

/** The same for a key that verifies. */
export function publicKeyOf(key: PublicKey): KeyObject {
  const known = publicKeys.get(key) ?? createPublicKey({ key, format: 'jwk' })
  publicKeys.set(key, known)
  return known
}
