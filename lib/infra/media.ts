import type { Grant } from './grants.ts'
import type { Key } from './keys.ts'

/** Pictures as marketers upload them, straight from the studio, and as the site shows them. Nobody else reads it. */
export function makeMedia(siteUrl: $util.Output<string>, key: Key) {
  const bucket = new aws.s3.Bucket('MediaBucket', {})
  new aws.s3.BucketPublicAccessBlock('MediaAccess', {
    bucket: bucket.bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  })
  // A picture that was overwritten or deleted can be had back for a month.
  new aws.s3.BucketVersioning('MediaVersions', {
    bucket: bucket.bucket,
    versioningConfiguration: { status: 'Enabled' },
  })
  new aws.s3.BucketLifecycleConfiguration('MediaLifecycle', {
    bucket: bucket.bucket,
    rules: [
      {
        id: 'old-versions',
        status: 'Enabled',
        filter: { prefix: '' },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      },
    ],
  })
  new aws.s3.BucketServerSideEncryptionConfiguration('MediaEncryption', {
    bucket: bucket.bucket,
    rules: [
      {
        applyServerSideEncryptionByDefault: key
          ? { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.arn }
          : { sseAlgorithm: 'AES256' },
        bucketKeyEnabled: true,
      },
    ],
  })
  new aws.s3.BucketCorsConfiguration('MediaUploads', {
    bucket: bucket.bucket,
    corsRules: [{ allowedMethods: ['PUT'], allowedOrigins: [siteUrl], allowedHeaders: ['content-type'] }],
  })
  new aws.s3.BucketPolicy('MediaPolicy', {
    bucket: bucket.bucket,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          effect: 'Deny',
          actions: ['s3:*'],
          resources: [bucket.arn, $interpolate`${bucket.arn}/*`],
          principals: [{ type: '*', identifiers: ['*'] }],
          conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
        },
      ],
    }).json,
  })
  const grants: Grant[] = [
    { actions: ['s3:GetObject', 's3:PutObject'], resources: [$interpolate`${bucket.arn}/*`] },
    // Without it S3 says "forbidden" of what is not there.
    { actions: ['s3:ListBucket'], resources: [bucket.arn] },
  ]
  return {
    grants,
    bucket: bucket.bucket,
    uploadOrigin: $interpolate`https://${bucket.bucketRegionalDomainName}`,
  }
}

export type Media = ReturnType<typeof makeMedia>
