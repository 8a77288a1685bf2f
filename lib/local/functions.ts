/** Where a function's handler lives, and how long it may take. */
export type LocalFunction = {
  /** Path from the repository's root. */
  module: string
  export: string
  timeoutSeconds: number
}

const task = (name: string, exported: 'handler' | 'undo' = 'handler'): LocalFunction => ({
  module: `lib/workflow/tasks/${name}.ts`,
  export: exported,
  timeoutSeconds: 30,
})

/** Each function by its name in the state machine, as the cloud stack deploys it. */
export const functions: Record<string, LocalFunction> = {
  'initialize-order': task('initialize-order'),
  'verify-payment': task('verify-payment'),
  'add-customer': task('add-customer'),
  'place-order': task('place-order'),
  'capture-order': task('capture-order'),
  'publish-status': task('publish-status'),
  'undo-initialize-order': task('initialize-order', 'undo'),
  'undo-verify-payment': task('verify-payment', 'undo'),
  'undo-add-customer': task('add-customer', 'undo'),
  'send-mail': { module: 'lib/notify/send-mail.ts', export: 'handler', timeoutSeconds: 30 },
  'refresh-offers': { module: 'lib/workflow/refresh-offers.ts', export: 'handler', timeoutSeconds: 120 },
  reconcile: { module: 'lib/workflow/reconcile.ts', export: 'handler', timeoutSeconds: 60 },
}

/** What runs by the clock: function name and seconds between runs. */
export const schedules = [
  { functionName: 'refresh-offers', everySeconds: 300 },
  { functionName: 'reconcile', everySeconds: 30 },
]
