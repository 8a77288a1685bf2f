import { Tracer } from '@aws-lambda-powertools/tracer'

/** Off outside of Lambda. The calls that are made meanwhile become parts of the segment, by host. */
const tracer = new Tracer({ serviceName: 'brandfront' })

/** Runs a task as a segment of its trace in X-Ray, to be found by the order's id there. */
export async function inSegment<Result>(
  name: string,
  orderId: string,
  run: () => Promise<Result>,
): Promise<Result> {
  if (!tracer.isTracingEnabled()) return run()
  return new Promise((resolve, reject) => {
    tracer.provider.captureAsyncFunc(name, async segment => {
      segment?.addAnnotation('orderId', orderId)
      try {
        resolve(await run())
      } catch (error) {
        // The name alone: a message may quote what was sent.
        segment?.addAnnotation('error', error instanceof Error ? error.name : typeof error)
        segment?.addFaultFlag()
        reject(error)
      } finally {
        segment?.close()
      }
    })
  })
}
