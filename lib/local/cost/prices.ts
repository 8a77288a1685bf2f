/**
 * List prices of us-east-1 in US dollars, without free tiers and volume discounts. Correct a number here, run
 * `npm run cost`, and the page in docs/ follows. Sources: the pricing page of each service at aws.amazon.com.
 */
export const prices = {
  /** A million requests to functions. */
  lambdaRequests: 0.2,
  /** A gigabyte-second of a function on arm64. */
  lambdaGigabyteSeconds: 0.0000133334,
  /** A million state transitions of Standard workflows. */
  stateTransitions: 25,
  /** A million Express workflows, and a gigabyte-second of one. */
  expressRequests: 1,
  expressGigabyteSeconds: 0.00001667,
  /** A million units, on demand. */
  readUnits: 0.125,
  writeUnits: 0.625,
  /** A gigabyte of the table for a month, its point-in-time backup included. */
  tableGigabytes: 0.25 + 0.2,
  /** A million requests to a REST API. */
  apiRequests: 3.5,
  /** A million messages published, and a million calls of a queue. */
  publishes: 0.5,
  queueRequests: 0.4,
  /** A thousand mails. */
  mails: 0.1,
  /** A million HTTPS requests to the CDN, and a gigabyte it sends. */
  cdnRequests: 1,
  cdnGigabytes: 0.085,
  /** A gigabyte of log lines taken in. */
  logGigabytes: 0.5,
  /** A million traces kept. */
  traces: 5,
  /** A million requests that the firewall looks at. */
  firewallRequests: 0.6,
} as const

/** Dollars a month that a production stage costs with no order at all. */
export const fixedPrices = {
  'Secrets Manager: 8 secrets': 8 * 0.4,
  'KMS: one key': 1,
  'WAF: one list, four rules': 5 + 4,
  'CloudWatch: 16 alarms, 20 metrics, one dashboard': 16 * 0.1 + 20 * 0.3 + 3,
  'Queues being asked: two queues, five askers each, every 20 s': (2 * 5 * 3 * 60 * 24 * 30 * 0.4) / 1e6,
  'Schedules: three functions, once a minute':
    (3 * 60 * 24 * 30 * 0.2) / 1e6 + 3 * 60 * 24 * 30 * 0.05 * 0.0000133334,
} as const
