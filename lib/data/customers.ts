import { CustomAttributeType, Entity, Service } from 'electrodb'
import { client, storage, tableName } from '#lib/data/table.ts'
import { transact } from '#lib/data/transact.ts'
import type { Address, Contact } from '#lib/domain/address.ts'
import { type Consents, type Purpose, purposes, purposeWords, retailerWords } from '#lib/domain/consent.ts'
import { DomainError } from '#lib/domain/errors.ts'
import type { Order } from '#lib/domain/order.ts'

export const customerItem = new Entity(
  {
    model: { entity: 'customer', version: '1', service: 'brandfront' },
    attributes: {
      customerId: { type: 'string', required: true },
      contact: { type: CustomAttributeType<Contact>('any') },
      address: { type: CustomAttributeType<Address>('any') },
      /** What the customer agrees to now; how it came to that is in the ledger. */
      consents: { type: CustomAttributeType<Consents>('any') },
      /** GSI1: customers by what they agree to, spread over shards. Written wherever `consents` is. */
      consentShelf: { type: 'string', field: 'gsi1pk' },
      consentPlace: { type: 'string', field: 'gsi1sk' },
      /** The order that made this customer known, and the latest one: equal until a second order comes. */
      madeByOrder: { type: 'string' },
      latestOrder: { type: 'string' },
      createdAt: { type: 'string' },
      updatedAt: { type: 'string', required: true },
    },
    indexes: {
      customer: {
        collection: 'held',
        pk: { field: 'pk', composite: ['customerId'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

type ConsentAnswer = { purpose: string; agreed: boolean; words: string }

/** One answer sheet of the consent ledger: never changed, only added. */
const consentItem = new Entity(
  {
    model: { entity: 'consent', version: '1', service: 'brandfront' },
    attributes: {
      customerId: { type: 'string', required: true },
      at: { type: 'string', required: true },
      /** The order it came with, or who changed it when there was none. */
      orderId: { type: 'string', required: true },
      answers: { type: CustomAttributeType<ConsentAnswer[]>('any'), required: true },
    },
    indexes: {
      consent: {
        collection: 'held',
        pk: { field: 'pk', composite: ['customerId'], casing: 'none' },
        sk: { field: 'sk', composite: ['at', 'orderId'], casing: 'none' },
      },
    },
  },
  storage,
)

const loyaltyItem = new Entity(
  {
    model: { entity: 'loyalty', version: '1', service: 'brandfront' },
    attributes: {
      customerId: { type: 'string', required: true },
      retailerId: { type: 'string', required: true },
      loyaltyId: { type: 'string', required: true },
    },
    indexes: {
      loyalty: {
        collection: 'held',
        pk: { field: 'pk', composite: ['customerId'], casing: 'none' },
        sk: { field: 'sk', composite: ['retailerId'], casing: 'none' },
      },
    },
  },
  storage,
)

const held = new Service({ customer: customerItem, consent: consentItem, loyalty: loyaltyItem }, storage)

export type Customer = {
  id: string
  contact?: Contact
  address?: Address
  consents?: Consents
  /** The loyalty id at each retailer, by retailer id. */
  loyaltyIds: Record<string, string>
  /** Oldest first, with the words that stood beside each box. */
  ledger: { at: string; orderId: string; answers: ConsentAnswer[] }[]
}

/** All that is held on a customer beside their orders, or undefined. One Query. */
export async function getCustomer(customerId: string): Promise<Customer | undefined> {
  const { data } = await held.collections.held({ customerId }).go({ pages: 'all' })
  const [customer] = data.customer
  if (!customer && data.consent.length === 0) return undefined
  return {
    id: customerId,
    contact: customer?.contact,
    address: customer?.address,
    consents: customer?.consents,
    loyaltyIds: Object.fromEntries(data.loyalty.map(row => [row.retailerId, row.loyaltyId])),
    ledger: data.consent.map(({ at, orderId, answers }) => ({ at, orderId, answers })),
  }
}

/** The answers with the words that stood beside them: a retailer's own question names it. */
function sheetOf(consents: Consents, retailerName?: string): ConsentAnswer[] {
  const wordsOf = (purpose: Purpose) =>
    purpose === 'retailer_marketing' && retailerName ? retailerWords(retailerName) : purposeWords[purpose]
  return purposes.map(purpose => ({ purpose, agreed: consents[purpose], words: wordsOf(purpose) }))
}

const shards = 4

/** The partition of GSI1 of a customer who agrees to this and no more: `consents#101#3`. */
function consentShelfOf(customerId: string, consents: Consents): string {
  const bits = purposes.map(purpose => (consents[purpose] ? '1' : '0')).join('')
  return `consents#${bits}#${shardOf(customerId, shards)}`
}

function shardOf(id: string, count: number): number {
  return [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0) % count
}

/** The partitions of all who agree to `purpose`, whatever else they agree to. */
function shelvesOf(purpose: Purpose): string[] {
  const place = purposes.indexOf(purpose)
  const all = Array.from({ length: 2 ** purposes.length }, (_, number) =>
    number.toString(2).padStart(purposes.length, '0'),
  )
  return all
    .filter(bits => bits[place] === '1')
    .flatMap(bits => Array.from({ length: shards }, (_, shard) => `consents#${bits}#${shard}`))
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

/** Deletes what is held on a customer beside their orders: profile, ledger, loyalty ids. */
export async function deleteCustomer(customerId: string): Promise<void> {
  const { data } = await held.collections.held({ customerId }).go({ pages: 'all', consistent: true })
  for (const { at, orderId } of data.consent) await consentItem.delete({ customerId, at, orderId }).go()
  for (const { retailerId } of data.loyalty) await loyaltyItem.delete({ customerId, retailerId }).go()
  await customerItem.delete({ customerId }).go()
}

/**
 * Keeps what an order tells of its customer: contact, address, loyalty id, consents now and in the ledger. An order
 * placed without signing in fills in what is not known yet and changes nothing else, since anyone can type an
 * e-mail address. Repeatable. One transaction.
 */
export async function saveCustomer({
  customerId,
  order,
}: {
  customerId: string
  order: Order
}): Promise<void> {
  const {
    id: orderId,
    contact,
    address,
    consents,
    loyaltyId,
    retailerId,
    retailerName,
    createdAt: at,
  } = order
  const trusted = order.signedIn === true
  await transact(() =>
    held.transaction
      .write(entities => [
        entities.customer
          .update({ customerId })
          .data((item, { set, ifNotExists }) => {
            const keep = trusted ? set : ifNotExists
            keep(item.contact, contact)
            keep(item.address, address)
            keep(item.consents, consents)
            keep(item.consentShelf, consentShelfOf(customerId, consents))
            keep(item.consentPlace, customerId)
            ifNotExists(item.createdAt, at)
            ifNotExists(item.madeByOrder, orderId)
            set(item.latestOrder, orderId)
            set(item.updatedAt, at)
          })
          .commit(),
        entities.consent.put({ customerId, at, orderId, answers: sheetOf(consents, retailerName) }).commit(),
        ...(loyaltyId
          ? [
              entities.loyalty
                .update({ customerId, retailerId })
                .data((item, { set, ifNotExists }) =>
                  (trusted ? set : ifNotExists)(item.loyaltyId, loyaltyId),
                )
                .commit(),
            ]
          : []),
      ])
      .go(),
  )
}

/**
 * Takes back what `saveCustomer` kept when the order came to nothing: the customer goes if this order made them
 * known and no other came since. Repeatable. One transaction.
 */
export async function removeCustomerMadeBy(customerId: string, order: Order): Promise<void> {
  const { id: orderId, createdAt: at, loyaltyId, retailerId } = order
  await transact(() =>
    held.transaction
      .write(entities => [
        entities.customer
          .delete({ customerId })
          .where(
            ({ madeByOrder, latestOrder }, { eq }) =>
              `${eq(madeByOrder, orderId)} AND ${eq(latestOrder, orderId)}`,
          )
          .commit(),
        entities.consent.delete({ customerId, at, orderId }).commit(),
        ...(loyaltyId ? [entities.loyalty.delete({ customerId, retailerId }).commit()] : []),
      ])
      .go(),
  )
}

/** Keeps a signed-in customer's address, and their e-mail should this be the first thing known. One UpdateItem. */
export async function saveAddress(customerId: string, address: Address, contact: Contact): Promise<void> {
  await customerItem
    .update({ customerId })
    .data((item, { set, ifNotExists }) => {
      set(item.address, address)
      set(item.contact, contact)
      ifNotExists(item.createdAt, new Date().toISOString())
      set(item.updatedAt, new Date().toISOString())
    })
    .go()
}
