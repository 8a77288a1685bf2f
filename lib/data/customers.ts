import { CustomAttributeType, Entity, Service } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import { transact } from '#lib/data/transact.ts'
import type { Address, Contact } from '#lib/domain/address.ts'
import { type Consents, purposes, purposeWords } from '#lib/domain/consent.ts'
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

function sheetOf(order: Order): ConsentAnswer[] {
  return purposes.map(purpose => ({
    purpose,
    agreed: order.consents[purpose],
    words: purposeWords[purpose],
  }))
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
  const { id: orderId, contact, address, consents, loyaltyId, retailerId, createdAt: at } = order
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
            ifNotExists(item.createdAt, at)
            ifNotExists(item.madeByOrder, orderId)
            set(item.latestOrder, orderId)
            set(item.updatedAt, at)
          })
          .commit(),
        entities.consent.put({ customerId, at, orderId, answers: sheetOf(order) }).commit(),
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
