import { consentShards, consentShelfOf, customerItem, held, sheetOf } from '#lib/data/customer-items.ts'
import { client, tableName } from '#lib/data/table.ts'
import { transact } from '#lib/data/transact.ts'
import type { Address, Contact } from '#lib/domain/address.ts'
import { type Consents, type Purpose, purposes } from '#lib/domain/consent.ts'
import { DomainError } from '#lib/domain/errors.ts'

/** The partitions of all who agree to `purpose`, whatever else they agree to. */
function shelvesOf(purpose: Purpose): string[] {
  const place = purposes.indexOf(purpose)
  const all = Array.from({ length: 2 ** purposes.length }, (_, number) =>
    number.toString(2).padStart(purposes.length, '0'),
  )
  return all
    .filter(bits => bits[place] === '1')
    .flatMap(bits => Array.from({ length: consentShards }, (_, shard) => `consents#${bits}#${shard}`))
}

/** Everyone who agrees to `purpose` now, read a page at a time. A Query on GSI1 for each partition and page. */
export async function* listConsenting(
  purpose: Purpose,
): AsyncGenerator<{ id: string; contact?: Contact; address?: Address; updatedAt: string }> {
  for (const shelf of shelvesOf(purpose)) {
    let ExclusiveStartKey: Record<string, unknown> | undefined
    do {
      const page = await client.query({
        TableName: tableName,
        IndexName: 'GSI1',
        KeyConditionExpression: 'gsi1pk = :shelf',
        ExpressionAttributeValues: { ':shelf': shelf },
        ExclusiveStartKey,
      })
      for (const Item of page.Items ?? []) {
        const { data } = customerItem.parse({ Item })
        if (data) yield { ...data, id: data.customerId }
      }
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
  }
}

/**
 * Changes what a customer agrees to, and adds it to the ledger with who changed it. One transaction. Throws `not_found`
 * for a customer who is not known.
 */
export async function saveConsents(customerId: string, consents: Consents, by: string): Promise<void> {
  const at = new Date().toISOString()
  const refused = await transact(() =>
    held.transaction
      .write(entities => [
        entities.customer
          .patch({ customerId })
          .set({
            consents,
            consentShelf: consentShelfOf(customerId, consents),
            consentPlace: customerId,
            updatedAt: at,
          })
          .commit(),
        entities.consent.put({ customerId, at, orderId: by, answers: sheetOf(consents) }).commit(),
      ])
      .go(),
  )
  if (refused) throw new DomainError('not_found')
}
