import { additionWrite, tallyAdditions } from '#lib/data/insight/tallies.ts'
import { transactWrites } from '#lib/data/transact.ts'
import type { Visit } from '#lib/domain/insight/visit.ts'
import { log } from '#lib/log.ts'

/** The writes that count a visit. */
export function visitWrites({ shard, days }: Visit) {
  return tallyAdditions('visits', shard, days).map(additionWrite)
}

/** Counts a visit that changes no cart. At most one request; what cannot be counted holds no shopper up. */
export async function countVisit(visit: Visit): Promise<void> {
  const writes = visitWrites(visit)
  if (writes.length === 0) return
  try {
    await transactWrites(writes)
  } catch (error) {
    log.error('visit not counted', error)
  }
}
