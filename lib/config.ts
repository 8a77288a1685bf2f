import { z } from 'zod'

const schema = z.object({
  /** Where shoppers find the site, without a slash at the end. */
  SITE_URL: z.url().default('http://localhost:3000'),
  TABLE_NAME: z.string().default('brandfront'),
  ORDER_TOPIC_ARN: z.string().default('arn:aws:sns:us-east-1:000000000000:orders'),
  /** The queues that have dead letters, with commas in between. */
  QUEUE_URLS: z
    .string()
    .default('')
    .transform(urls => urls.split(',').filter(url => url !== '')),
  /** The queue that retailers' webhooks are left in to be processed. */
  RETAILER_EVENTS_QUEUE_URL: z.string().default(''),
  PURCHASE_STATE_MACHINE_ARN: z
    .string()
    .default('arn:aws:states:us-east-1:000000000000:stateMachine:purchase'),
  /** Where pictures are kept, and the function that makes them ready for the shop. */
  MEDIA_BUCKET: z.string().default('media'),
  RESIZE_FUNCTION: z.string().default('resize-image'),
  /** What stands before every secret's name: several deployments can share one account. */
  SECRET_PREFIX: z.string().default(''),
  /** The CDN in front of the site, which is told when pages change. None locally. */
  DISTRIBUTION_ID: z.string().default(''),
  /** DAX before the table, for searches; none where the stage has not turned it on. */
  DAX_ENDPOINT: z.string().default(''),
  /** Where mail is handed over. Without one, to SES. */
  SMTP_URL: z.string().default(''),
  MAIL_FROM: z.string().default('Marram <hello@marram.example>'),
  /** `1` on a developer's machine only: turns on the demo sign-ins. */
  BRANDFRONT_LOCAL: z.enum(['0', '1']).default('0'),
})

/** The environment, parsed once. Secrets are not here: see secrets.ts. */
export const config = schema.parse(process.env)

/** True only on a developer's machine. */
export const isLocal = config.BRANDFRONT_LOCAL === '1'
