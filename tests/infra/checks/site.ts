import { retailerIds } from '#lib/local/ports.ts'
import { type Check, type Fields, text, unless } from '#tests/infra/graph.ts'

/** What lib/config.ts reads and only the cloud can say. */
const needed = [
  'TABLE_NAME',
  'ORDER_TOPIC_ARN',
  'PURCHASE_STATE_MACHINE_ARN',
  'QUEUE_URLS',
  'RETAILER_EVENTS_QUEUE_URL',
  'SITE_URL',
  'DISTRIBUTION_ID',
  'MAIL_FROM',
  'SECRET_PREFIX',
  'MEDIA_BUCKET',
  'UPLOAD_ORIGIN',
  'RESIZE_FUNCTION',
  'PROCESSOR_ORIGINS',
]

const cdn: Check = {
  name: 'CloudFront compresses, insists on HTTPS and keeps pages by their own age; only it can reach the server',
  problems: graph => {
    const [distribution] = graph.all('cloudfront/distribution:Distribution')
    const behaviour = (distribution?.inputs.defaultCacheBehavior ?? {}) as Fields
    const policy = graph.all('cloudfront/cachePolicy:CachePolicy')[0]?.inputs
    const parameters = (policy?.parametersInCacheKeyAndForwardedToOrigin ?? {}) as {
      cookiesConfig?: { cookieBehavior?: string }
      enableAcceptEncodingBrotli?: boolean
    }
    const urls = graph.all('lambda/functionUrl:FunctionUrl').filter(({ name }) => name.startsWith('Site'))
    return [
      ...unless(behaviour.compress === true, 'answers are not compressed'),
      ...unless(parameters.enableAcceptEncodingBrotli === true, 'brotli is off'),
      ...unless(behaviour.viewerProtocolPolicy === 'redirect-to-https', 'plain HTTP is answered'),
      ...unless(Boolean(behaviour.cachePolicyId), 'nothing is kept at the edge'),
      ...unless(
        parameters.cookiesConfig?.cookieBehavior === 'none',
        'each cookie gets its own copy of a page',
      ),
      ...unless(Number(policy?.maxTtl) >= 31_536_000, 'pages are kept for less than they say'),
      ...unless(
        urls.length > 0 && urls.every(({ inputs }) => inputs.authorizationType === 'AWS_IAM'),
        'the server can be reached past CloudFront',
      ),
    ]
  },
}

const firewall: Check = {
  name: 'in production a firewall with AWS’s rules and a limit of requests an address',
  problems: graph => {
    if (!graph.isProduction) return []
    const acl = graph.all('wafv2/webAcl:WebAcl')[0]?.inputs
    const rules = (acl?.rules ?? []) as { name: string; statement: Fields }[]
    const attached = graph.all('cloudfront/distribution:Distribution')[0]?.inputs.webAclId
    return [
      ...unless(Boolean(attached), 'no firewall stands before the site'),
      ...unless(
        rules.some(rule => 'rateBasedStatement' in rule.statement),
        'requests are not limited',
      ),
      ...unless(
        rules.filter(rule => 'managedRuleGroupStatement' in rule.statement).length >= 2,
        'AWS’s rules are not in force',
      ),
    ]
  },
}

const server: Check = {
  name: 'the server has all its settings, streams its answers, and ends before CloudFront gives up',
  problems: graph => {
    const found = graph
      .all('lambda/function:Function')
      .find(({ name }) => name.startsWith('SiteServer'))?.inputs
    const { variables = {} } = (found?.environment ?? {}) as { variables?: Fields }
    const url = graph.all('lambda/functionUrl:FunctionUrl').find(({ name }) => name.startsWith('SiteServer'))
    return [
      ...needed.flatMap(name => unless(text(variables[name]) !== '', `the server is not told ${name}`)),
      ...unless(variables.BRANDFRONT_LOCAL === undefined, 'the demo’s sign-ins are on'),
      ...unless(url?.inputs.invokeMode === 'RESPONSE_STREAM', 'answers are not streamed'),
      ...unless(Number(found?.timeout) <= 60, 'the server may take longer than CloudFront waits'),
    ]
  },
}

const warm: Check = {
  name: 'production keeps server instances warm',
  problems: graph =>
    unless(
      !graph.isProduction ||
        graph.all('cloudwatch/eventRule:EventRule').some(({ name }) => name.includes('Warmer')),
      'nothing keeps the server warm',
    ),
}

const sandbox: Check = {
  name: 'there is someone to buy from everywhere but in production',
  problems: graph => {
    const made = graph.all('lambda/function:Function').map(({ name }) => name)
    const wanted = ['Sandpay', ...retailerIds].map(
      id => `Sandbox${id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}Function`,
    )
    return graph.isProduction
      ? made.filter(name => name.startsWith('Sandbox')).map(name => `${name} is in production`)
      : wanted.flatMap(name => unless(made.includes(name), `there is no ${name}`))
  },
}

const cache: Check = {
  name: 'where DAX is on, it is encrypted, the server is in its network and reads through it',
  problems: graph => {
    const [cluster] = graph.all('dax/cluster:Cluster')
    if (!cluster) return []
    const found = graph.all('lambda/function:Function').find(({ name }) => name.startsWith('SiteServer'))
    const { variables = {} } = (found?.inputs.environment ?? {}) as { variables?: Fields }
    const network = found?.inputs.vpcConfig as { subnetIds?: unknown[] } | undefined
    return [
      ...unless(cluster.inputs.clusterEndpointEncryptionType === 'TLS', 'DAX is not asked over TLS'),
      ...unless((cluster.inputs.serverSideEncryption as Fields)?.enabled === true, 'DAX is not encrypted'),
      ...unless(text(variables.DAX_ENDPOINT).startsWith('daxs://'), 'the server does not know of DAX'),
      ...unless((network?.subnetIds?.length ?? 0) > 0, 'the server is not in the network of DAX'),
    ]
  },
}

const buckets: Check = {
  name: 'buckets are closed to the public; uploaded pictures keep their versions and come from the studio only',
  problems: graph => {
    const blocks = graph.all('s3/bucketPublicAccessBlock:BucketPublicAccessBlock').map(({ inputs }) => inputs)
    const versioning = graph.one('s3/bucketVersioning:BucketVersioning', 'MediaVersions')?.inputs
    const cors = graph.one('s3/bucketCorsConfiguration:BucketCorsConfiguration', 'MediaUploads')?.inputs
    const rules = (cors?.corsRules ?? []) as { allowedOrigins: string[]; allowedMethods: string[] }[]
    return [
      ...graph.all('s3/bucket:Bucket').flatMap(({ name, inputs }) =>
        unless(
          blocks.some(
            block =>
              (block.bucket === inputs.bucket || block.bucket === name) && block.blockPublicAcls === true,
          ),
          `${name} can be opened to the public`,
        ),
      ),
      ...unless(
        (versioning?.versioningConfiguration as Fields | undefined)?.status === 'Enabled',
        'a picture that was overwritten is gone',
      ),
      ...unless(
        rules.length === 1 &&
          rules[0]?.allowedOrigins.join() !== '*' &&
          rules[0]?.allowedMethods.join() === 'PUT',
        'pictures can be sent from other sites',
      ),
    ]
  },
}

export const siteChecks = [cdn, buckets, firewall, server, warm, sandbox, cache]
