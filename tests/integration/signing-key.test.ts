import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { expect, it } from 'vitest'
import { rotateSigningKey } from '#lib/local/ops/rotate-signing-key.ts'
import { startSecrets } from '#lib/local/stand-ins/secrets.ts'
import { parseSigningKeys } from '#lib/retailers/ucp/signatures/key-set.ts'
import { secretNames } from '#lib/secrets.ts'
import { temporaryFolder } from '#tests/fixtures/stand-ins.ts'

it('made at the first start, the keys change one at a time and the next one was published before', async () => {
  const { folder, remove } = temporaryFolder()
  const server = await startSecrets({ port: 0, file: `${folder}/secrets.json` })
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = `http://127.0.0.1:${port}`
  const read = async () => {
    const command = new GetSecretValueCommand({ SecretId: secretNames.signing })
    return parseSigningKeys((await new SecretsManagerClient({}).send(command)).SecretString ?? '')
  }
  const first = await read()
  const second = await rotateSigningKey()
  expect(second.current).toBe(first.next.kid)
  const keys = await read()
  expect(keys.previous).toEqual(first.current)
  expect([first.current.kid, first.next.kid]).not.toContain(keys.next.kid)
  server.close()
  remove()
})
