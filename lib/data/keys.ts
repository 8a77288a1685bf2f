import { Entity } from 'electrodb'
import { expiresIn } from '#lib/data/expiry.ts'
import { storage } from '#lib/data/table.ts'

const keyItem = new Entity(
  {
    model: { entity: 'key', version: '1', service: 'brandfront' },
    attributes: {
      kind: { type: 'string', required: true },
      keyId: { type: 'string', required: true },
      expires: { type: 'number', required: true },
    },
    indexes: {
      key: {
        pk: { field: 'pk', composite: ['kind', 'keyId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

/**
 * Claims a key for `seconds`: true for the first to ask, false for everyone after until it lapses.
 * `kind` keeps apart what keys are for. One conditional write.
 */
export async function claimKey(kind: string, id: string, seconds: number): Promise<boolean> {
  const claim = await keyItem
    .put({ kind, keyId: id, expires: expiresIn(seconds) })
    .where(
      ({ expires }, { notExists, lte }) =>
        `${notExists(expires)} OR ${lte(expires, Math.floor(Date.now() / 1000))}`,
    )
    .go({ returnOnConditionCheckFailure: true })
  return !claim.rejected
}
