import { arnOf, named } from './names.ts'
import type { StageSettings } from './stages.ts'

/** AWS services that encrypt on our behalf, each for its own resources of this account only. */
const services = [
  'cloudwatch.amazonaws.com',
  'events.amazonaws.com',
  'scheduler.amazonaws.com',
  'budgets.amazonaws.com',
  'sns.amazonaws.com',
]

/** The one key of this account's own, in production: for the table, functions' settings, logs, messages and secrets. */
export function makeKey({ isProduction }: StageSettings) {
  if (!isProduction) return undefined
  const { accountId } = aws.getCallerIdentityOutput()
  const { region } = aws.getRegionOutput()
  const policy = aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        sid: 'AdministeredByThisAccount',
        actions: ['kms:*'],
        resources: ['*'],
        principals: [{ type: 'AWS', identifiers: [$interpolate`arn:aws:iam::${accountId}:root`] }],
      },
      {
        sid: 'Logs',
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        principals: [{ type: 'Service', identifiers: [$interpolate`logs.${region}.amazonaws.com`] }],
        conditions: [
          {
            test: 'ArnLike',
            variable: 'kms:EncryptionContext:aws:logs:arn',
            values: [arnOf('logs', 'log-group:*')],
          },
        ],
      },
      {
        sid: 'Messages',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        principals: [{ type: 'Service', identifiers: services }],
        conditions: [{ test: 'StringEquals', variable: 'aws:SourceAccount', values: [accountId] }],
      },
    ],
  })
  const key = new aws.kms.Key('Key', {
    description: `${named('data')}: all that is kept at rest`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policy.json,
  })
  new aws.kms.Alias('KeyAlias', { name: `alias/${named('data')}`, targetKeyId: key.keyId })
  return key
}

export type Key = ReturnType<typeof makeKey>

/** What a role needs to read and write what the key encrypts; nothing where there is no key. */
export function keyGrant(key: Key): sst.aws.FunctionPermissionArgs[] {
  return key ? [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.arn] }] : []
}
