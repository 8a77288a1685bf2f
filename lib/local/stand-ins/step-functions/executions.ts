import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** One run of a state machine. Times are epoch milliseconds; input and output are JSON text. */
export type Execution = {
  arn: string
  stateMachineArn: string
  name: string
  input: string
  /** X-Ray's tracing header, handed to each function. */
  traceHeader?: string
  startedAt: number
  status: Status
  stoppedAt?: number
  output?: string
  error?: string
  cause?: string
}

/**
 * The executions by ARN, newest last, kept in a file that is only ever added to: each line is an execution as it was
 * at its start or end. Written at once, so that a kill -9 loses none that was acknowledged.
 */
export class Executions {
  private readonly byArn = new Map<string, Execution>()
  private readonly file: string

  /** Reads what earlier runs left. What was RUNNING then died with its runner: it is ABORTED now. */
  constructor(file: string) {
    this.file = file
    mkdirSync(dirname(file), { recursive: true })
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    for (const line of lines) {
      const execution = parse(line)
      if (execution) this.byArn.set(execution.arn, execution)
    }
    for (const execution of this.byArn.values()) {
      if (execution.status !== 'RUNNING') continue
      execution.status = 'ABORTED'
      execution.stoppedAt = Date.now()
    }
    const kept = [...this.byArn.values()].map(execution => `${JSON.stringify(execution)}\n`)
    writeFileSync(`${file}.new`, kept.join(''))
    renameSync(`${file}.new`, file)
  }

  get(arn: string): Execution | undefined {
    return this.byArn.get(arn)
  }

  save(execution: Execution) {
    appendFileSync(this.file, `${JSON.stringify(execution)}\n`)
    this.byArn.set(execution.arn, execution)
  }

  /** Newest first. */
  list(stateMachineArn: string): Execution[] {
    return [...this.byArn.values()].filter(one => one.stateMachineArn === stateMachineArn).reverse()
  }
}

/** A kill may cut the last line short; that execution was not acknowledged. */
function parse(line: string): Execution | undefined {
  try {
    return JSON.parse(line) as Execution
  } catch {
    return undefined
  }
}
