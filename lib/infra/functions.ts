import { type FunctionDefinition, type FunctionName, functions } from '#lib/workflow/functions.ts'
import {
  callsRetailers,
  countGrant,
  type Grant,
  publishGrant,
  purchaseArn,
  purchaseGrant,
  receiveGrant,
  secretGrant,
  tableGrant,
} from './grants.ts'
import { type MailIdentity, sendGrant } from './mail.ts'
import type { Media } from './media.ts'
import type { Messages } from './messages.ts'
import { named, pascal } from './names.ts'
import { secretPrefix } from './secrets.ts'
import type { StageSettings } from './stages.ts'

export type Surroundings = {
  settings: StageSettings
  table: aws.dynamodb.Table
  messages: Messages
  mail: MailIdentity
  media: Media
  cdn: { id: $util.Output<string>; arn: $util.Output<string>; siteUrl: $util.Output<string> }
}

/** The settings that the product reads in AWS; see lib/config.ts. None of them is a secret. */
export function environmentOf({ table, messages, mail, media, cdn }: Surroundings) {
  return {
    TABLE_NAME: table.name,
    ORDER_TOPIC_ARN: messages.orders.arn,
    PURCHASE_STATE_MACHINE_ARN: purchaseArn(),
    QUEUE_URLS: $util
      .all(Object.values(messages.queues).map(queue => queue.url))
      .apply(urls => urls.join(',')),
    RETAILER_EVENTS_QUEUE_URL: messages.queues['retailer-events'].url,
    SITE_URL: cdn.siteUrl,
    DISTRIBUTION_ID: cdn.id,
    MAIL_FROM: mail.from,
    SECRET_PREFIX: secretPrefix(),
    MEDIA_BUCKET: media.bucket,
  }
}

function grantsOf(definition: FunctionDefinition, { table, messages, mail, media }: Surroundings): Grant[] {
  const { queues, deadLetters } = messages
  return [
    ...tableGrant(table, definition.table ?? []),
    ...secretGrant(definition.secrets ?? []),
    ...(definition.publishes ? publishGrant(messages.orders) : []),
    ...(definition.purchases ? purchaseGrant() : []),
    ...(definition.sendsMail ? sendGrant(mail) : []),
    ...(definition.countsDeadLetters
      ? countGrant([...Object.values(queues), deadLetters['order-mail'], deadLetters['retailer-events']])
      : []),
    ...(definition.resizesPictures ? media.grants : []),
    ...(definition.queue ? receiveGrant(queues[definition.queue]) : []),
    ...(definition.everySeconds ? [{ actions: ['sqs:SendMessage'], resources: [deadLetters.runs.arn] }] : []),
  ]
}

/** Runs by the clock: never two of one function at a time, one more try, then the dead letters. */
function schedule(name: string, everySeconds: number, target: sst.aws.Function, runs: aws.sqs.Queue) {
  const role = new aws.iam.Role(`Schedule${pascal(name)}Role`, {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'scheduler.amazonaws.com' }),
    inlinePolicies: [
      {
        name: 'run',
        policy: aws.iam.getPolicyDocumentOutput({
          statements: [
            { actions: ['lambda:InvokeFunction'], resources: [target.arn] },
            { actions: ['sqs:SendMessage'], resources: [runs.arn] },
          ],
        }).json,
      },
    ],
  })
  // A minute is the shortest that there is.
  const minutes = Math.max(1, Math.round(everySeconds / 60))
  new aws.scheduler.Schedule(`Schedule${pascal(name)}`, {
    name: named(name),
    scheduleExpression: minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: target.arn,
      roleArn: role.arn,
      input: JSON.stringify({ source: 'aws.scheduler' }),
      retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 120 },
      deadLetterConfig: { arn: runs.arn },
    },
  })
}

const sharpVersion = '0.35.5'

function makeFunction(name: string, definition: FunctionDefinition, surroundings: Surroundings) {
  const { settings, messages } = surroundings
  const { everySeconds, queue } = definition
  const { runs } = messages.deadLetters
  const reserved = everySeconds ? 1 : callsRetailers(definition) ? settings.retailerConcurrency : undefined
  const made = new sst.aws.Function(`Function${pascal(name)}`, {
    handler: definition.handler,
    description: `${$app.name} ${$app.stage}: ${name}`,
    architecture: 'arm64',
    // sharp holds whole pictures, and its binary has to be the one for arm64.
    memory: definition.resizesPictures ? '2048 MB' : '512 MB',
    nodejs: definition.resizesPictures ? { install: { sharp: sharpVersion } } : {},
    timeout: `${definition.timeoutSeconds} seconds`,
    environment: environmentOf(surroundings),
    permissions: grantsOf(definition, surroundings),
    concurrency: settings.isProduction ? { reserved } : {},
    logging: { format: 'json' },
    ...(everySeconds
      ? {
          retries: 1,
          transform: {
            eventInvokeConfig: { destinationConfig: { onFailure: { destination: runs.arn } } },
          },
        }
      : {}),
  })
  if (everySeconds) schedule(name, everySeconds, made, runs)
  if (queue) {
    new aws.lambda.EventSourceMapping(`Function${pascal(name)}Source`, {
      eventSourceArn: messages.queues[queue].arn,
      functionName: made.arn,
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
    })
  }
  return made
}

/** Every function of lib/workflow/functions.ts with what runs it; each has a role of its own. */
export function makeFunctions(surroundings: Surroundings): Record<FunctionName, sst.aws.Function> {
  const made = Object.entries<FunctionDefinition>(functions).map(([name, definition]) => [
    name,
    makeFunction(name, definition, surroundings),
  ])
  return Object.fromEntries(made)
}
