import { type Ports, processorId } from './ports.ts'

const account = '000000000000'
const region = 'us-east-1'

/** The names that stand for what the cloud stack makes. */
export const names = {
  table: 'brandfront',
  sandboxTable: 'sandbox',
  topic: 'orders',
  mailQueue: 'order-mail',
  mailDeadLetters: 'order-mail-dead-letters',
  retailerEvents: 'retailer-events',
  retailerEventsDeadLetters: 'retailer-events-dead-letters',
  stateMachine: 'purchase',
  mediaBucket: 'media',
} as const

/** A local function's ARN, as the state machine's tasks name it. */
export function functionArn(functionName: string): string {
  return `arn:aws:lambda:${region}:${account}:function:${functionName}`
}

/** A queue's address at the stand-in. */
export function queueUrl(ports: Ports, name: string): string {
  return `http://127.0.0.1:${ports.messages}/${account}/${name}`
}

/** What every local process is started with: the same AWS SDK clients, pointed at the stand-ins. */
export function environment(ports: Ports): Record<string, string> {
  const local = (port: number) => `http://127.0.0.1:${port}`
  const site = `http://localhost:${ports.site}`
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_DYNAMODB: local(ports.dynamodb),
    AWS_ENDPOINT_URL_SFN: local(ports.stepFunctions),
    AWS_ENDPOINT_URL_LAMBDA: local(ports.lambda),
    AWS_ENDPOINT_URL_SNS: local(ports.messages),
    AWS_ENDPOINT_URL_SQS: local(ports.messages),
    AWS_ENDPOINT_URL_S3: local(ports.storage),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: local(ports.secrets),
    TABLE_NAME: names.table,
    ORDER_TOPIC_ARN: `arn:aws:sns:${region}:${account}:${names.topic}`,
    QUEUE_URLS: [names.mailQueue, names.retailerEvents].map(name => queueUrl(ports, name)).join(','),
    RETAILER_EVENTS_QUEUE_URL: queueUrl(ports, names.retailerEvents),
    PURCHASE_STATE_MACHINE_ARN: `arn:aws:states:${region}:${account}:stateMachine:${names.stateMachine}`,
    MEDIA_BUCKET: names.mediaBucket,
    SITE_URL: site,
    AUTH_URL: site,
    AUTH_TRUST_HOST: 'true',
    PROCESSOR_URL: local(ports[processorId]),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: 'Marram <hello@marram.example>',
    BRANDFRONT_LOCAL: '1',
    SANDBOX_TABLE: names.sandboxTable,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
