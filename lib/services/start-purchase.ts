import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { config } from '#lib/config.ts'
import { log } from '#lib/log.ts'
import { currentTrace, traceOfOrder } from '#lib/trace.ts'

const client = new SFNClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } })

/**
 * Starts an order's workflow, named after the order so that it runs once; a later run has a `name` of its own. Never throws: the order is safe in the
 * table, and reconcile starts a workflow that did not start here.
 */
export async function startPurchase(orderId: string, name = orderId): Promise<void> {
  try {
    await client.send(
      new StartExecutionCommand({
        stateMachineArn: config.PURCHASE_STATE_MACHINE_ARN,
        name,
        input: JSON.stringify({ orderId }),
        traceHeader: currentTrace() ?? traceOfOrder(orderId),
      }),
    )
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return
    log.error('workflow not started', error, { orderId })
  }
}
