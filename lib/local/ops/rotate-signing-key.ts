import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { config } from '#lib/config.ts'
import { parseSigningKeys, rotated } from '#lib/retailers/ucp/signatures/key-set.ts'
import { secret, secretNames } from '#lib/secrets.ts'

/**
 * Lets the next key sign, makes another for next time, and keeps the last one published. Processes take it up within
 * five minutes; what they sign until then is known by the last one. Says which key signs from now on.
 */
export async function rotateSigningKey(): Promise<{ current: string; next: string }> {
  const keys = rotated(parseSigningKeys(await secret(secretNames.signing)))
  await new SecretsManagerClient({}).send(
    new PutSecretValueCommand({
      SecretId: config.SECRET_PREFIX + secretNames.signing,
      SecretString: JSON.stringify(keys),
    }),
  )
  return { current: keys.current.kid, next: keys.next.kid }
}
