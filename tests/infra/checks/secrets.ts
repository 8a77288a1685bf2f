import { secretNames } from '#lib/secret-names.ts'
import { type Check, type Fields, text, unless } from '#tests/infra/graph.ts'

/** What the mocks make by chance where AWS would: it must turn up nowhere but in the secret's own value. */
const chance = ['made-by-chance', 'bWFkZSBieSBjaGFuY2U=']

/** Settings with a name that sounds secret, and why they are none. */
const harmless: Record<string, string> = {
  SECRET_PREFIX: 'what stands before the names of secrets',
  SST_KEY: 'opens the file of resources linked to a function; nothing secret is linked',
  SST_KEY_FILE: 'the name of that file',
  CACHE_BUCKET_KEY_PREFIX: 'a folder in a bucket',
  BUCKET_KEY_PREFIX: 'a folder in a bucket',
}

const names: Check = {
  name: 'every secret that the product reads exists by its fixed name',
  problems: graph => {
    const made = graph.all('secretsmanager/secret:Secret').map(({ inputs }) => text(inputs.name))
    const retailer = `${graph.stage}/brandfront/retailer/`
    return [
      ...Object.values(secretNames).flatMap(name =>
        unless(made.includes(`${graph.stage}/${name}`), `there is no secret ${name}`),
      ),
      ...unless(
        made.some(name => name.startsWith(retailer)),
        'no retailer has a secret',
      ),
    ]
  },
}

const settings: Check = {
  name: 'no secret stands in the settings of a function',
  problems: graph =>
    graph.all('lambda/function:Function').flatMap(({ name, inputs }) => {
      const { variables = {} } = (inputs.environment ?? {}) as { variables?: Fields }
      return Object.entries(variables).flatMap(([key, value]) => [
        ...unless(
          Boolean(harmless[key]) || !/(SECRET|TOKEN|PASSWORD|CREDENTIAL|API_?KEY|_KEY)/i.test(key),
          `${name} has a secret in ${key}`,
        ),
        ...unless(
          key === 'SST_KEY' || !chance.some(each => JSON.stringify(value ?? '').includes(each)),
          `${name} has a secret's value in ${key}`,
        ),
      ])
    }),
}

const linked: Check = {
  name: 'nothing secret is linked to a function',
  problems: graph =>
    graph.resources
      .filter(({ type }) => type === 'sst:sst:LinkRef')
      .filter(({ inputs }) => chance.some(each => JSON.stringify(inputs).includes(each)))
      .map(({ name }) => `${name} carries a secret`),
}

const encryption: Check = {
  name: 'in production one key of our own, rotated yearly, encrypts table, settings, logs, messages and secrets',
  problems: graph => {
    if (!graph.isProduction) return []
    const [key] = graph.all('kms/key:Key')
    const rotates = key?.inputs.enableKeyRotation === true
    const kept: [string, (inputs: Fields) => unknown][] = [
      ['lambda/function:Function', inputs => inputs.kmsKeyArn],
      ['cloudwatch/logGroup:LogGroup', inputs => inputs.kmsKeyId],
      ['secretsmanager/secret:Secret', inputs => inputs.kmsKeyId],
      ['sns/topic:Topic', inputs => inputs.kmsMasterKeyId],
      ['sqs/queue:Queue', inputs => inputs.kmsMasterKeyId],
      ['dynamodb/table:Table', inputs => (inputs.serverSideEncryption as Fields | undefined)?.kmsKeyArn],
    ]
    const isExcepted = (name: string) =>
      // What OpenNext keeps of public pages, and CloudFront's own function, which can have no key.
      name.startsWith('SiteRevalidationEvents') ||
      name === 'SiteRevalidationTable' ||
      name.includes('EdgeFunction')
    return [
      ...unless(rotates, 'there is no key of our own that rotates'),
      ...kept.flatMap(([type, keyOf]) =>
        graph
          .all(type)
          .filter(({ name }) =>
            type === 'cloudwatch/logGroup:LogGroup' || type === 'lambda/function:Function'
              ? !name.includes('EdgeFunction')
              : !isExcepted(name),
          )
          .flatMap(({ name, inputs }) =>
            unless(text(keyOf(inputs)).includes(':key/'), `${name} is not encrypted with our key`),
          ),
      ),
    ]
  },
}

export const secretChecks = [names, settings, linked, encryption]
