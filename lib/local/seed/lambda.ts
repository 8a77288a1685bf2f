import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { z } from 'zod'
import { config } from '#lib/config.ts'
import { sandboxSecrets } from '#lib/local/sandbox/keys.ts'
import { refreshOffers } from '#lib/services/refresh-offers.ts'
import { seed } from './seed.ts'

const urlsSchema = z.record(z.string(), z.url())

/** Gives a deployed sandbox what the launcher gives a local one: keys, the registry's rows and a catalogue. */
export async function handler(): Promise<{ seeded: boolean }> {
  const urls = urlsSchema.parse(JSON.parse(process.env.SANDBOX_URLS ?? '{}'))
  const secrets = new SecretsManagerClient({})
  for (const [name, SecretString] of Object.entries(sandboxSecrets(urls))) {
    await secrets.send(new PutSecretValueCommand({ SecretId: config.SECRET_PREFIX + name, SecretString }))
  }
  return { seeded: await seed(urls, refreshOffers) }
}
