import { CustomAttributeType, Entity } from 'electrodb'
import { day, expiresIn, isExpired, minute } from '#lib/data/expiry.ts'
import { storage } from '#lib/data/table.ts'
import { DomainError } from '#lib/domain/errors.ts'
import { restockDays } from '#lib/domain/limits.ts'
import type { RestockWish } from '#lib/domain/restock.ts'

/** Who wants to hear of a variant, all in one partition by sku; by customer in GSI1. Gone once told, or with time. */
const wishItem = new Entity(
  {
    model: { entity: 'restockWish', version: '1', service: 'brandfront' },
    attributes: {
      list: { type: 'string', required: true, default: 'restock' },
      sku: { type: 'string', required: true },
      customerId: { type: 'string', required: true },
      wish: {
        type: CustomAttributeType<Omit<RestockWish, 'sku' | 'customerId'>>('any'),
        required: true,
      },
      /** Epoch seconds until which somebody is mailing it. */
      mailingUntil: { type: 'number' },
      expires: { type: 'number', required: true },
    },
    indexes: {
      wish: {
        pk: { field: 'pk', composite: ['list'], casing: 'none' },
        sk: { field: 'sk', composite: ['sku', 'customerId'], casing: 'none' },
      },
      ofCustomer: {
        index: 'GSI1',
        pk: { field: 'gsi1pk', composite: ['customerId'], casing: 'none' },
        sk: { field: 'gsi1sk', composite: ['sku'], casing: 'none' },
      },
    },
  },
  storage,
)

const list = 'restock'

/** Keeps a wish, in place of the same one made before. */
export async function saveRestockWish({ sku, customerId, ...wish }: RestockWish): Promise<void> {
  await wishItem.put({ list, sku, customerId, wish, expires: expiresIn(restockDays * day) }).go()
}

/** Who waits for what: sku and customer of every wish. Reads them all, for the job that goes through all offers. */
export async function listRestockWishes(): Promise<{ sku: string; customerId: string }[]> {
  const { data } = await wishItem.query
    .wish({ list })
    .go({ pages: 'all', attributes: ['sku', 'customerId', 'expires'] })
  return data.filter(item => !isExpired(item)).map(({ sku, customerId }) => ({ sku, customerId }))
}

/** What one customer waits for. One Query. */
export async function listWishesOf(customerId: string): Promise<RestockWish[]> {
  const { data } = await wishItem.query.ofCustomer({ customerId }).go({ pages: 'all' })
  return data
    .filter(item => !isExpired(item))
    .map(({ sku, wish }) => ({ sku, customerId, ...(wish as Omit<RestockWish, 'sku' | 'customerId'>) }))
}

/**
 * Claims the mailing of a wish: the wish for the one who shall mail, undefined when it is gone, which it is once
 * mailed. Throws `too_many_requests` while someone else is at it, so that the message is tried again later. One
 * UpdateItem.
 */
export async function claimRestockWish(sku: string, customerId: string): Promise<RestockWish | undefined> {
  const now = Math.floor(Date.now() / 1000)
  const { rejected, data } = await wishItem
    .patch({ list, sku, customerId })
    .set({ mailingUntil: now + minute })
    .where(
      ({ mailingUntil }, { notExists, lte }) => `${notExists(mailingUntil)} OR ${lte(mailingUntil, now)}`,
    )
    .go({ response: 'all_new', returnOnConditionCheckFailure: 'all_old' })
  if (!data) return undefined
  if (rejected) throw new DomainError('too_many_requests')
  return isExpired(data as { expires: number })
    ? undefined
    : { sku, customerId, ...(data.wish as Omit<RestockWish, 'sku' | 'customerId'>) }
}

/** Gives a claim back after the mail could not be sent. */
export async function releaseRestockWish(sku: string, customerId: string): Promise<void> {
  await wishItem
    .patch({ list, sku, customerId })
    .remove(['mailingUntil'])
    .go({ returnOnConditionCheckFailure: 'all_old' })
}

/** Forgets a wish, with its address. */
export async function deleteRestockWish(sku: string, customerId: string): Promise<void> {
  await wishItem.delete({ list, sku, customerId }).go()
}
