import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { dirname } from 'node:path'
import { firstSigningKeys } from '#lib/retailers/ucp/signatures/key-set.ts'
import { secretNames } from '#lib/secret-names.ts'
import { AwsError, type Input, startAwsJson, text } from './aws-json.ts'

type Stored = Record<string, string>

/** Secrets that are this site's own affair: made by chance at the first start, then kept. */
const ownNames = [secretNames.auth, secretNames.cookies, secretNames.revalidate]

function load(file: string, fixed: Stored): Stored {
  const made = {
    ...Object.fromEntries(ownNames.map(name => [name, randomBytes(32).toString('base64url')])),
    [secretNames.signing]: JSON.stringify(firstSigningKeys()),
  }
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stored) : {}
  return { ...made, ...kept, ...fixed }
}

/** Written beside and renamed, so that a kill never leaves half a file; readable by its owner only. */
function save(file: string, secrets: Stored) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * Secrets Manager's get, create, put and describe by name, kept in `file` with mode 600. `fixed` secrets have the
 * given value at every start.
 */
export function startSecrets(options: { port: number; file: string; fixed?: Stored }): Promise<Server> {
  const secrets = load(options.file, options.fixed ?? {})
  save(options.file, secrets)
  const arn = (name: string) => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}`
  const known = (input: Input): [string, string] => {
    const name = text(input, 'SecretId').replace(arn(''), '')
    const value = secrets[name]
    if (value === undefined) {
      throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")
    }
    return [name, value]
  }
  const put = (name: string, input: Input) => {
    secrets[name] = text(input, 'SecretString')
    save(options.file, secrets)
    return { ARN: arn(name), Name: name, VersionId: 'local' }
  }
  return startAwsJson(options.port, {
    GetSecretValue: input => {
      const [name, value] = known(input)
      return {
        ARN: arn(name),
        Name: name,
        SecretString: value,
        VersionId: 'local',
        VersionStages: ['AWSCURRENT'],
      }
    },
    DescribeSecret: input => ({ ARN: arn(known(input)[0]), Name: known(input)[0] }),
    PutSecretValue: input => put(known(input)[0], input),
    CreateSecret: input => {
      const name = text(input, 'Name')
      if (name in secrets) throw new AwsError('ResourceExistsException', 'The secret already exists.')
      return put(name, input)
    },
  })
}
