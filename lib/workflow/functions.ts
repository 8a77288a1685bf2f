/** A Lambda function: its handler by path string (`file.export`), and how long one call may take. */
export type FunctionDefinition = { handler: string; timeoutSeconds: number }

/**
 * Every function by name. The state machine, the local Lambda and the infrastructure all read this one list.
 * A timeout here equals the TimeoutSeconds of the state that calls it; calls to retailers end sooner.
 */
export const functions = {
  'initialize-order': { handler: 'lib/workflow/tasks/initialize-order.handler', timeoutSeconds: 20 },
  'verify-payment': { handler: 'lib/workflow/tasks/verify-payment.handler', timeoutSeconds: 12 },
  'add-customer': { handler: 'lib/workflow/tasks/add-customer.handler', timeoutSeconds: 10 },
  'place-order': { handler: 'lib/workflow/tasks/place-order.handler', timeoutSeconds: 30 },
  'capture-order': { handler: 'lib/workflow/tasks/capture-order.handler', timeoutSeconds: 20 },
  'publish-status': { handler: 'lib/workflow/tasks/publish-status.handler', timeoutSeconds: 15 },
  'undo-initialize-order': { handler: 'lib/workflow/tasks/initialize-order.undo', timeoutSeconds: 20 },
  'undo-verify-payment': { handler: 'lib/workflow/tasks/verify-payment.undo', timeoutSeconds: 12 },
  'undo-add-customer': { handler: 'lib/workflow/tasks/add-customer.undo', timeoutSeconds: 10 },
  'cancel-order': { handler: 'lib/workflow/tasks/cancel-order.handler', timeoutSeconds: 20 },
  reconcile: { handler: 'lib/workflow/reconcile.handler', timeoutSeconds: 60 },
  'watch-dead-letters': { handler: 'lib/notify/watch-dead-letters.handler', timeoutSeconds: 30 },
  'send-mail': { handler: 'lib/notify/send-mail.handler', timeoutSeconds: 30 },
  'refresh-offers': { handler: 'lib/services/refresh-offers.handler', timeoutSeconds: 120 },
} as const satisfies Record<string, FunctionDefinition>

export type FunctionName = keyof typeof functions
