import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { MetricUnit as Unit } from '@aws-lambda-powertools/metrics/types'
import { isEnded, type OrderState } from '#lib/domain/order.ts'
import { metricNames, metricNamespace, metricService } from '#lib/metric-names.ts'
import { placedAt } from '#lib/trace.ts'

const metrics = new Metrics({ namespace: metricNamespace, serviceName: metricService })

/** Written at once as one log line, from which CloudWatch makes the metric. */
function put(name: string, unit: Unit, value: number, dimensions: Record<string, string> = {}) {
  const single = metrics.singleMetric()
  for (const [dimension, of] of Object.entries(dimensions)) single.addDimension(dimension, of)
  single.addMetric(name, unit, value)
}

/** An order came to `state`. Those that have not ended are not counted. */
export function countPurchase(orderId: string, state: OrderState): void {
  if (!isEnded(state)) return
  const seconds = (Date.now() - placedAt(orderId)) / 1000
  put(metricNames.purchaseEnded, MetricUnit.Count, 1, { state })
  put(metricNames.purchaseSeconds, MetricUnit.Seconds, seconds)
  if (state === 'needs_attention') put(metricNames.needsAttention, MetricUnit.Count, 1)
}

/** A retailer was called: it did as asked, refused with a reason, or failed. */
export function countRetailerCall(retailer: string, outcome: 'ok' | 'refused' | 'failed'): void {
  put(metricNames.retailerCall, MetricUnit.Count, 1, { retailer, outcome })
}

/** A listing that was published so many milliseconds ago is on the site now. */
export function measurePublishing(milliseconds: number): void {
  put(metricNames.publishLag, MetricUnit.Milliseconds, milliseconds)
}
