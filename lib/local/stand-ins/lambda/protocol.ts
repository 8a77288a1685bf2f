/** What the front asks of the runtime process. */
export type Invocation = {
  id: number
  handler: string
  event: unknown
  requestId: string
  functionName: string
  deadline: number
  /** X-Ray's tracing header, where the caller is part of a trace. */
  trace?: string
}

/** What the runtime process answers: the handler's result as JSON text, or its error's name. */
export type Outcome = { id: number } & ({ payload: string } | { errorType: string })

/** The runtime's first message, once it can take invocations. */
export type Ready = { ready: true }
