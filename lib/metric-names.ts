/**
 * The metrics that the product emits and the alarms watch. Counts unless said otherwise; a dimension's name stands
 * beside what can be in it.
 */
export const metricNamespace = 'Brandfront'

/** The value of `service`, a dimension of every metric. */
export const metricService = 'brandfront'

export const metricNames = {
  /** Purchases that came to an end. Dimension `state`: confirmed, failed, cancelled, needs_attention. */
  purchaseEnded: 'PurchaseEnded',
  /** Orders that came to need a person. */
  needsAttention: 'NeedsAttention',
  /** Calls to retailers. Dimensions `retailer`, its id, and `outcome`: ok, refused, failed. */
  retailerCall: 'RetailerCall',
  /** Milliseconds from publishing a listing until the site shows it. */
  publishLag: 'PublishLag',
  /** Seconds from placing an order to its end. */
  purchaseSeconds: 'PurchaseSeconds',
} as const
