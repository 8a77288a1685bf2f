import { noteAnswer, noteFailure } from '#lib/data/retailer-health.ts'
import { readRegistry } from '#lib/data/retailers.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Retailer } from '#lib/domain/retailer.ts'
import type { Agreement, Trouble } from '#lib/domain/retailer-health.ts'
import { log } from '#lib/log.ts'
import { agreeAnew } from '#lib/retailers/agreement.ts'
import { troubleOf } from '#lib/retailers/trouble.ts'

export type RetailerCheck =
  | { status: 'answered'; agreement: Agreement }
  | { status: 'failed'; trouble: Trouble }

async function ask(retailer: Retailer): Promise<RetailerCheck> {
  try {
    return { status: 'answered', agreement: await agreeAnew(retailer) }
  } catch (error) {
    log.error('retailer failed its check', error, { retailerId: retailer.id })
    return { status: 'failed', trouble: troubleOf(error) }
  }
}

/**
 * Asks a retailer at this moment what it offers, and notes how that went. Throws `not_found` where the registry has no
 * such retailer, or one that sells on its own site and is never asked.
 */
export async function checkRetailer(id: string): Promise<RetailerCheck> {
  const row = (await readRegistry()).find(each => each.row.id === id)?.row
  if (!row || row.adapter === 'handoff') throw new DomainError('not_found')
  const check = await ask(row)
  if (check.status === 'answered') await noteAnswer(id, check.agreement)
  else await noteFailure(id, check.trouble)
  return check
}
