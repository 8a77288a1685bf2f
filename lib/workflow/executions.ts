import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { config } from '#lib/config.ts'

const client = new SFNClient({ requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 } })

/** The nth execution of an order: the first is named after the order itself. */
export function executionName(orderId: string, nth: number): string {
  return nth === 1 ? orderId : `${orderId}-${nth}`
}

/** Whether an execution runs, has ended in whatever way, or was never started. */
export async function executionStatus(name: string): Promise<'running' | 'ended' | 'absent'> {
  const executionArn = `${config.PURCHASE_STATE_MACHINE_ARN.replace(':stateMachine:', ':execution:')}:${name}`
  try {
    const { status } = await client.send(new DescribeExecutionCommand({ executionArn }))
    return status === 'RUNNING' || status === 'PENDING_REDRIVE' ? 'running' : 'ended'
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return 'absent'
    throw error
  }
}

/** Starts the execution; false where one of that name exists, which somebody else started. */
export async function startExecution(orderId: string, name: string): Promise<boolean> {
  try {
    await client.send(
      new StartExecutionCommand({
        stateMachineArn: config.PURCHASE_STATE_MACHINE_ARN,
        name,
        input: JSON.stringify({ orderId }),
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return false
    throw error
  }
}
