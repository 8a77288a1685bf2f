import type { Cache } from './cache.ts'
import { environmentOf, type Surroundings } from './functions.ts'
import { invalidationGrant, publishGrant, purchaseGrant, secretGrant, tableGrant } from './grants.ts'
import type { Key } from './keys.ts'
import { sendGrant } from './mail.ts'
import { named } from './names.ts'
import type { StageSettings } from './stages.ts'

/**
 * CloudFront in front of everything. Prerendered pages are kept at its edges until they are invalidated; the server
 * behind takes requests that CloudFront has signed and no others, so nobody walks round the firewall.
 */
export function makeCdn({ domain, isProduction }: StageSettings) {
  const router = new sst.aws.Router('Cdn', {
    domain,
    protection: 'oac-with-edge-signing',
    waf: isProduction ? { rateLimitPerIp: 1000, logging: { include: 'blocked' } } : false,
  })
  const { id, arn } = router.nodes.cdn.nodes.distribution
  return { router, id, arn, siteUrl: router.url }
}

/** Where OpenNext's requests to make a page anew end when they fail. Its queue keeps order, so this one has to. */
function keepRevalidations(key: Key) {
  const dead = new aws.sqs.Queue('SiteRevalidationDeadLetters', {
    name: named('revalidation-dead-letters.fifo'),
    fifoQueue: true,
    messageRetentionSeconds: 14 * 24 * 3600,
    ...(key ? { kmsMasterKeyId: key.arn } : { sqsManagedSseEnabled: true }),
  })
  $transform(sst.aws.Queue, (args, _, name) => {
    if (args && name === 'SiteRevalidationEvents') args.dlq = { queue: dead.arn, retry: 3 }
  })
  return dead
}

/** The Next.js site as OpenNext builds it: server, image optimiser, assets, and what makes pages anew. */
export function makeSite(
  router: sst.aws.Router,
  surroundings: Surroundings,
  options: {
    cache: Cache
    key: Key
    processorOrigins: $util.Input<string>
    resizeImage: sst.aws.Function
  },
) {
  const { settings, table, messages, mail, media, cdn } = surroundings
  const { cache, key, processorOrigins, resizeImage } = options
  const dead = keepRevalidations(key)
  const permissions = [
    ...tableGrant(table, [
      'BatchGetItem',
      'BatchWriteItem',
      'ConditionCheckItem',
      'DeleteItem',
      'GetItem',
      'PutItem',
      'Query',
      'UpdateItem',
    ]),
    ...secretGrant(['auth', 'cookies', 'processor', 'revalidate', 'retailers']),
    ...purchaseGrant(),
    ...publishGrant(messages.orders),
    ...sendGrant(mail),
    ...invalidationGrant(cdn.arn),
    { actions: ['sqs:SendMessage'], resources: [messages.queues['retailer-events'].arn] },
    ...media.grants,
    { actions: ['lambda:InvokeFunction'], resources: [resizeImage.arn] },
    ...(cache?.grants ?? []),
  ]
  const site = new sst.aws.Nextjs('Site', {
    router: { instance: router },
    openNextVersion: '4.1.12',
    server: { architecture: 'arm64', memory: '1024 MB', timeout: '60 seconds' },
    warm: settings.warmInstances,
    permissions,
    vpc: cache?.network,
    environment: {
      ...environmentOf(surroundings),
      ...cache?.environment,
      UPLOAD_ORIGIN: media.uploadOrigin,
      RESIZE_FUNCTION: resizeImage.name,
      AUTH_URL: cdn.siteUrl,
      AUTH_TRUST_HOST: 'true',
      PROCESSOR_ORIGINS: processorOrigins,
    },
    transform: {
      // SST grants invalidation of every distribution; ours is among the permissions above.
      server: args => {
        args.permissions = $util
          .output(args.permissions ?? [])
          .apply(list => list.filter(each => !(each.resources as string[]).includes('*')))
      },
    },
  })
  return { site, dead }
}
