import type { Purchase } from './designs.ts'

/** Orders in the busiest second over those in an average one. */
export const peak = 10

const secondsAMonth = 30 * 24 * 3600

type Quota = {
  name: string
  /** What a new account has in us-east-1. */
  limit: number
  /** Orders a month at which it is reached. */
  reachedAt: number
  /** What to do then. */
  remedy: string
}

function perSecond(limit: number, each: number): number {
  return (limit / each / peak) * secondsAMonth
}

/** The quotas of a new account that a purchase uses up, the one that is reached first first. */
export function quotas(purchase: Purchase): Quota[] {
  const found: Quota[] = [
    {
      name: 'SES: mails a day',
      limit: 50_000,
      reachedAt: (50_000 / purchase.mails) * 30,
      remedy: 'ask for a higher sending quota; SES raises it with a good reputation',
    },
    {
      name: 'SES: mails a second',
      limit: 14,
      reachedAt: perSecond(14, purchase.mails),
      remedy: 'ask for a higher rate; until then the mail queue evens the peaks out and mails come later',
    },
    {
      name: 'Lambda: functions at once',
      limit: 1000,
      reachedAt: perSecond(1000, purchase.functionSeconds / 0.5),
      remedy: 'ask for more; the workflow tries throttled tasks again meanwhile',
    },
    {
      name: 'Step Functions: executions started a second',
      limit: 300,
      reachedAt: perSecond(300, 1),
      remedy: 'ask for more; an order whose workflow could not start is started by reconcile',
    },
    {
      name: 'Step Functions: state transitions a second',
      limit: 5000,
      reachedAt: perSecond(5000, Math.max(1, purchase.standardTransitions)),
      remedy: 'ask for more; transitions wait, none is lost',
    },
    {
      name: 'DynamoDB: write units a second of a table',
      limit: 40_000,
      reachedAt: perSecond(40_000, purchase.writeUnits),
      remedy: 'ask for more; warm throughput before a known peak',
    },
  ]
  return found.toSorted((a, b) => a.reachedAt - b.reachedAt)
}
