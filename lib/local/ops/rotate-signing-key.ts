import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { config } from '#lib/config.ts'
import { firstSigningKeys, parseSigningKeys, rotated } from '#lib/retailers/ucp/signatures/key-set.ts'
import { secretNames } from '#lib/secrets.ts'

const SecretId = config.SECRET_PREFIX + secretNames.signing

/** Undefined in a deployment that is new: the secret is there and has no value yet. */
async function readKeys(client: SecretsManagerClient) {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }))
    return SecretString ? parseSigningKeys(SecretString) : undefined
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

/**
 * Lets the next key sign, makes another for next time, and keeps the last one published; makes the first keys where
 * there are none. Processes take them up within five minutes; what they sign until then is known by the last one.
 */
export async function rotateSigningKey(): Promise<{ current: string; next: string }> {
  const client = new SecretsManagerClient({})
  const known = await readKeys(client)
  const keys = known ? rotated(known) : firstSigningKeys()
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify(keys) }))
  return { current: keys.current.kid, next: keys.next.kid }
}
