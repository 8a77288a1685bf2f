import { statSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { afterEach, expect, test } from 'vitest'
import { choosePorts } from '#lib/local/ports.ts'
import { close } from '#lib/local/stand-ins/aws-json.ts'
import { startSecrets } from '#lib/local/stand-ins/secrets.ts'
import { secretNames } from '#lib/secrets.ts'
import { temporaryFolder } from '#tests/fixtures/stand-ins.ts'

const { folder, remove } = temporaryFolder()
const file = join(folder, 'secrets.json')
afterEach(remove)

test('secrets are made once, kept for the next start, and readable by their owner only', async () => {
  const { secrets: port } = (await choosePorts(14_045)).ports
  const client = new SecretsManagerClient({ endpoint: `http://127.0.0.1:${port}` })
  const read = async (name: string) =>
    (await client.send(new GetSecretValueCommand({ SecretId: name }))).SecretString

  const first = await startSecrets({ port, file })
  const cookies = await read(secretNames.cookies)
  expect(cookies?.length).toBeGreaterThan(40)
  expect(await read(secretNames.auth)).not.toBe(cookies)
  await expect(read('brandfront/nothing')).rejects.toThrow(ResourceNotFoundException)
  await client.send(new CreateSecretCommand({ Name: 'brandfront/retailer/new', SecretString: 'one' }))
  await client.send(new PutSecretValueCommand({ SecretId: 'brandfront/retailer/new', SecretString: 'two' }))
  await close(first)

  const second = await startSecrets({ port, file })
  expect(await read(secretNames.cookies)).toBe(cookies)
  expect(await read('brandfront/retailer/new')).toBe('two')
  await close(second)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
