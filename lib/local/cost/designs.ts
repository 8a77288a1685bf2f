import { z } from 'zod'

/** What one purchase of the guidance's scenario takes: browse 20, open one, add two, compare three retailers, order. */
export type Purchase = {
  functions: number
  /** Gigabyte-seconds of functions. */
  functionSeconds: number
  standardTransitions: number
  /** Express workflows, and the gigabyte-seconds they ran. */
  expressWorkflows: number
  expressSeconds: number
  readUnits: number
  writeUnits: number
  /** Bytes that the order leaves in the table. */
  storedBytes: number
  apiRequests: number
  cdnRequests: number
  cdnBytes: number
  publishes: number
  queueRequests: number
  mails: number
  logBytes: number
  traces: number
}

const lineSchema = z.object({ part: z.string(), what: z.string(), measured: z.string() })
const benchSchema = z.object({ at: z.string(), lines: z.array(lineSchema) })

/** Measured nowhere, so assumed: said on the page. */
export const assumptions = {
  siteMemoryGigabytes: 1,
  siteSeconds: 0.4,
  taskMemoryGigabytes: 0.5,
  taskSeconds: 0.35,
  storedBytes: 6000,
  cdnRequests: 60,
  cdnBytes: 900_000,
  logBytes: 9000,
  tracedShare: 0.05,
} as const

/** This product's counts out of what `npm run bench` wrote. Throws where part (a) is not in it. */
export function measuredPurchase(bench: unknown): Purchase & { measuredAt: string } {
  const { at, lines } = benchSchema.parse(bench)
  const found = (what: string) => {
    const line = lines.find(each => each.part === 'a' && each.what.startsWith(what))
    if (!line) throw new Error('Run `npm run bench -- --only a` first.')
    return (line.measured.match(/\d+/g) ?? []).map(Number)
  }
  const [functions = 0, site = 0] = found('Function invocations')
  const [readUnits = 0, writeUnits = 0] = found('DynamoDB units')
  const [standardTransitions = 0] = found('Workflow states entered')
  const siteTime = site * assumptions.siteSeconds * assumptions.siteMemoryGigabytes
  const taskTime = (functions - site) * assumptions.taskSeconds * assumptions.taskMemoryGigabytes
  return {
    measuredAt: at.slice(0, 10),
    functions,
    functionSeconds: siteTime + taskTime,
    standardTransitions,
    expressWorkflows: 0,
    expressSeconds: 0,
    readUnits,
    writeUnits,
    storedBytes: assumptions.storedBytes,
    apiRequests: 0,
    cdnRequests: assumptions.cdnRequests,
    cdnBytes: assumptions.cdnBytes,
    publishes: 1,
    // Received and deleted; SNS delivers for nothing.
    queueRequests: 2,
    mails: 1,
    logBytes: assumptions.logBytes,
    traces: assumptions.tracedShare,
  }
}

/**
 * The guidance's own sample, measured on the same scenario: 27 invocations, 13 of them authorisers before as many
 * API calls; 6 read and 11 write units; one Express workflow of 10 states; one mail to an operator. It has no pages
 * of its own, so a CDN and a site would come on top.
 */
export const samplePurchase: Purchase = {
  functions: 27,
  functionSeconds: 27 * assumptions.taskSeconds * assumptions.taskMemoryGigabytes,
  standardTransitions: 0,
  expressWorkflows: 1,
  expressSeconds: 10 * assumptions.taskSeconds * 0.0625,
  readUnits: 6,
  writeUnits: 11,
  storedBytes: 2000,
  apiRequests: 13,
  cdnRequests: 0,
  cdnBytes: 0,
  publishes: 1,
  queueRequests: 0,
  mails: 1,
  logBytes: assumptions.logBytes,
  traces: 0,
}
