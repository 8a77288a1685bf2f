import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { config } from '#lib/config.ts'

export { secretNames } from '#lib/secret-names.ts'

const client = new SecretsManagerClient({})
const lifetime = 5 * 60_000
const cache = new Map<string, { value: Promise<string>; until: number }>()

/**
 * A secret's text by its name, before which comes the deployment's prefix; kept for five minutes. Names are fixed in configuration or the retailer
 * registry, never taken from a request. Throws when the secret does not exist; the value is never logged.
 */
export function secret(name: string): Promise<string> {
  const known = cache.get(name)
  if (known && known.until > Date.now()) return known.value
  const value = client
    .send(new GetSecretValueCommand({ SecretId: config.SECRET_PREFIX + name }))
    .then(answer => {
      if (!answer.SecretString) throw new Error(`secret ${name} has no text`)
      return answer.SecretString
    })
  value.catch(() => cache.delete(name))
  cache.set(name, { value, until: Date.now() + lifetime })
  return value
}
