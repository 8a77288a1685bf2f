import type { Change } from './evaluate.ts'

/** A mistake that somebody could make in the deployment, and the check that must notice it. */
export type Mistake = Change & { what: string; noticed: string }

/** Each is planted in the sources, which are then evaluated as they would be deployed. */
export const mistakes: Mistake[] = [
  {
    what: 'an index of the table is missing',
    file: 'lib/infra/table.ts',
    find: 'globalSecondaryIndexes: GlobalSecondaryIndexes.map(',
    replace: 'globalSecondaryIndexes: GlobalSecondaryIndexes.slice(0, 1).map(',
    noticed: 'the table has the keys, indexes and expiry',
  },
  {
    what: 'production’s table has no point-in-time recovery',
    file: 'lib/infra/table.ts',
    find: 'pointInTimeRecovery: { enabled: true }',
    replace: 'pointInTimeRecovery: { enabled: !isProduction }',
    noticed: 'tables can be restored',
  },
  {
    what: 'a grant by wildcard',
    file: 'lib/infra/grants.ts',
    find: 'actions: actions.map(action => `dynamodb:${action}`)',
    replace: "actions: ['dynamodb:*']",
    noticed: 'roles name their actions',
  },
  {
    what: 'a grant on everything',
    file: 'lib/infra/grants.ts',
    find: 'resources: names.map(secretArn)',
    replace: "resources: ['*']",
    noticed: 'roles name their actions',
  },
  {
    what: 'dead letters without a queue policy',
    file: 'lib/infra/messages.ts',
    find: "  allowSending(`${mail.name}DeadLetters`, mail.dead, 'sns.amazonaws.com', orders.arn)\n",
    replace: '',
    noticed: 'each subscription has dead letters that SNS may send to',
  },
  {
    what: 'a queue without dead letters',
    file: 'lib/infra/messages.ts',
    find: 'redrivePolicy: $jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),',
    replace: '',
    noticed: 'each queue has dead letters',
  },
  {
    what: 'no alarm for orders that need attention',
    file: 'lib/infra/alarms.ts',
    find: 'metricNames.needsAttention',
    replace: 'metricNames.purchaseSeconds',
    noticed: 'there is an alarm for failures, attention',
  },
  {
    what: 'a resource without its tags',
    file: 'lib/infra/tags.ts',
    find: "  'aws:sns/topic:Topic',\n",
    replace: '',
    noticed: 'everything that can be tagged',
  },
  {
    what: 'a secret among a function’s settings',
    file: 'lib/infra/functions.ts',
    find: 'SECRET_PREFIX: secretPrefix(),',
    replace: "SECRET_PREFIX: secretPrefix(), COOKIE_SECRET: 'abc',",
    noticed: 'no secret stands in the settings',
  },
  {
    what: 'functions on x86',
    file: 'lib/infra/defaults.ts',
    find: "args.architectures = ['arm64']",
    replace: "args.architectures = ['x86_64']",
    noticed: 'functions run on arm64',
  },
  {
    what: 'logs that AWS’s own key encrypts',
    file: 'lib/infra/defaults.ts',
    find: 'args.kmsKeyId = key?.arn',
    replace: '',
    noticed: 'in production one key of our own',
  },
  {
    what: 'logs that are kept for ever',
    file: 'lib/infra/defaults.ts',
    find: 'args.retentionInDays = logRetentionDays',
    replace: 'args.retentionInDays = 0',
    noticed: 'every log is kept for a set time',
  },
  {
    what: 'a workflow that logs what it carries',
    file: 'lib/infra/workflow.ts',
    find: 'includeExecutionData: false',
    replace: 'includeExecutionData: true',
    noticed: 'its logs tell of states',
  },
  {
    what: 'a server that can be reached past the firewall',
    file: 'lib/infra/site.ts',
    find: "protection: 'oac-with-edge-signing'",
    replace: "protection: 'none'",
    noticed: 'CloudFront compresses',
  },
]
