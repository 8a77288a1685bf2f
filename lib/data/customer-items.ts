import { CustomAttributeType, Entity, Service } from 'electrodb'
import { storage } from '#lib/data/table.ts'
import type { Address, Contact } from '#lib/domain/address.ts'
import { type Consents, type Purpose, purposes, purposeWords, retailerWords } from '#lib/domain/consent.ts'

/** A customer, by an id made from the e-mail address. */
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

export type ConsentAnswer = { purpose: string; agreed: boolean; words: string }

/** One answer sheet of the consent ledger: never changed, only added. */
export const consentItem = new Entity(
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

export const loyaltyItem = new Entity(
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

/** All that a customer's own partition holds. */
export const held = new Service(
  { customer: customerItem, consent: consentItem, loyalty: loyaltyItem },
  storage,
)

/** The answers of one sheet with the words that stood beside them: a retailer's own question names it. */
export function sheetOf(consents: Consents, retailerName?: string): ConsentAnswer[] {
  const wordsOf = (purpose: Purpose) =>
    purpose === 'retailer_marketing' && retailerName ? retailerWords(retailerName) : purposeWords[purpose]
  return purposes.map(purpose => ({ purpose, agreed: consents[purpose], words: wordsOf(purpose) }))
}

/** How many partitions each kind of consent is spread over. */
export const consentShards = 4

/** The partition of GSI1 of a customer who agrees to this and no more: `consents#101#3`. */
export function consentShelfOf(customerId: string, consents: Consents): string {
  const bits = purposes.map(purpose => (consents[purpose] ? '1' : '0')).join('')
  return `consents#${bits}#${shardOf(customerId, consentShards)}`
}

function shardOf(id: string, count: number): number {
  return [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0) % count
}
