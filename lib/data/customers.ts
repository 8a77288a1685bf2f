import {
  type ConsentAnswer,
  consentItem,
  consentShelfOf,
  customerItem,
  held,
  loyaltyItem,
  sheetOf,
} from '#lib/data/customer-items.ts'
import { transact } from '#lib/data/transact.ts'
import type { Address, Contact } from '#lib/domain/address.ts'
import type { Consents } from '#lib/domain/consent.ts'
import type { Order } from '#lib/domain/order.ts'

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
  const answers = sheetOf(consents, order.retailerName)
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
        entities.consent.put({ customerId, at, orderId, answers }).commit(),
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

/** Deletes what is held on a customer beside their orders: profile, ledger, loyalty ids. */
export async function deleteCustomer(customerId: string): Promise<void> {
  const { data } = await held.collections.held({ customerId }).go({ pages: 'all', consistent: true })
  for (const { at, orderId } of data.consent) await consentItem.delete({ customerId, at, orderId }).go()
  for (const { retailerId } of data.loyalty) await loyaltyItem.delete({ customerId, retailerId }).go()
  await customerItem.delete({ customerId }).go()
}
