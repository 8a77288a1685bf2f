/** What a function may do to items of the table; a transaction needs the actions of its parts. */
export type TableAction =
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query'
  | 'UpdateItem'

/** The queues that functions take batches from. Each has its dead letters. */
export type QueueName = 'order-mail' | 'retailer-events'

/** A Lambda function: its code, how long one call may take, what runs it, and all that it is allowed to do. */
export type FunctionDefinition = {
  /** By path string: `file.export`. */
  handler: string
  timeoutSeconds: number
  /** Seconds between runs, for what runs by the clock. */
  everySeconds?: number
  /** The queue it takes batches from. */
  queue?: QueueName
  table?: readonly TableAction[]
  /** Secrets it reads: those of all retailers, or one by its key in secret-names.ts. */
  secrets?: readonly ('retailers' | 'processor' | 'revalidate')[]
  /** Publishes on the order topic. */
  publishes?: boolean
  /** Starts purchases and asks after them. */
  purchases?: boolean
  sendsMail?: boolean
  countsDeadLetters?: boolean
  /** Reads uploaded pictures and writes what the shop shows of them. */
  resizesPictures?: boolean
}

/**
 * Every function by name. The state machine, the local Lambda and the infrastructure all read this one list.
 * The state that calls a function waits somewhat longer than the function may take; calls to retailers end sooner.
 */
export const functions = {
  'initialize-order': {
    handler: 'lib/workflow/tasks/initialize-order.handler',
    timeoutSeconds: 20,
    table: ['Query', 'UpdateItem'],
    secrets: ['retailers'],
  },
  'verify-payment': {
    handler: 'lib/workflow/tasks/verify-payment.handler',
    timeoutSeconds: 12,
    table: ['GetItem'],
    secrets: ['processor'],
  },
  'add-customer': {
    handler: 'lib/workflow/tasks/add-customer.handler',
    timeoutSeconds: 10,
    table: ['PutItem', 'UpdateItem'],
  },
  'place-order': {
    handler: 'lib/workflow/tasks/place-order.handler',
    timeoutSeconds: 30,
    table: ['GetItem', 'Query', 'UpdateItem'],
    secrets: ['retailers'],
  },
  'await-shopper': {
    handler: 'lib/workflow/tasks/await-shopper.handler',
    timeoutSeconds: 15,
    table: ['GetItem', 'Query', 'UpdateItem'],
    secrets: ['retailers'],
    publishes: true,
  },
  'capture-order': {
    handler: 'lib/workflow/tasks/capture-order.handler',
    timeoutSeconds: 20,
    table: ['Query', 'UpdateItem'],
    secrets: ['retailers'],
  },
  'publish-status': {
    handler: 'lib/workflow/tasks/publish-status.handler',
    timeoutSeconds: 15,
    table: ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'],
    publishes: true,
  },
  'undo-initialize-order': {
    handler: 'lib/workflow/tasks/initialize-order.undo',
    timeoutSeconds: 20,
    table: ['Query', 'UpdateItem'],
    secrets: ['retailers'],
  },
  'undo-verify-payment': {
    handler: 'lib/workflow/tasks/verify-payment.undo',
    timeoutSeconds: 12,
    table: ['GetItem', 'UpdateItem'],
    secrets: ['processor'],
  },
  'undo-add-customer': {
    handler: 'lib/workflow/tasks/add-customer.undo',
    timeoutSeconds: 10,
    table: ['DeleteItem', 'UpdateItem'],
  },
  'cancel-order': {
    handler: 'lib/workflow/tasks/cancel-order.handler',
    timeoutSeconds: 20,
    table: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    secrets: ['retailers'],
  },
  reconcile: {
    handler: 'lib/workflow/reconcile.handler',
    timeoutSeconds: 60,
    everySeconds: 30,
    table: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    publishes: true,
    purchases: true,
  },
  'follow-orders': {
    handler: 'lib/workflow/follow-orders.handler',
    timeoutSeconds: 120,
    everySeconds: 30,
    table: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    secrets: ['retailers'],
    publishes: true,
  },
  'process-retailer-event': {
    handler: 'lib/workflow/process-retailer-event.handler',
    timeoutSeconds: 30,
    queue: 'retailer-events',
    table: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    secrets: ['retailers'],
    publishes: true,
  },
  'watch-dead-letters': {
    handler: 'lib/notify/watch-dead-letters.handler',
    timeoutSeconds: 30,
    everySeconds: 60,
    table: ['PutItem'],
    publishes: true,
    countsDeadLetters: true,
  },
  'send-mail': {
    handler: 'lib/notify/send-mail.handler',
    timeoutSeconds: 30,
    queue: 'order-mail',
    table: ['BatchGetItem', 'DeleteItem', 'UpdateItem'],
    sendsMail: true,
  },
  'publish-due': {
    handler: 'lib/services/publish-due.handler',
    timeoutSeconds: 60,
    everySeconds: 10,
    table: ['BatchGetItem', 'BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
    secrets: ['revalidate'],
  },
  'resize-image': {
    handler: 'lib/services/resize-image.handler',
    timeoutSeconds: 60,
    resizesPictures: true,
  },
  'refresh-offers': {
    handler: 'lib/services/refresh-offers.handler',
    timeoutSeconds: 120,
    everySeconds: 300,
    table: [
      'BatchGetItem',
      'BatchWriteItem',
      'ConditionCheckItem',
      'DeleteItem',
      'PutItem',
      'Query',
      'UpdateItem',
    ],
    secrets: ['retailers', 'revalidate'],
    publishes: true,
  },
} as const satisfies Record<string, FunctionDefinition>

export type FunctionName = keyof typeof functions
