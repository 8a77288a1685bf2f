import { CustomAttributeType, createConversions, Entity, Service } from 'electrodb'
import { searchStorage } from '#lib/data/search-cache.ts'
import { storage } from '#lib/data/table.ts'
import type { Listing, ListingCard, Offer } from '#lib/domain/listing.ts'

/**
 * A value as JSON in one string: written and read several times as fast as a map, of which a listing is a deep one. An
 * index may lack it.
 */
const asText = {
  required: true,
  set: <Value>(value?: Value) => JSON.stringify(value) as unknown as Value,
  get: <Value>(stored?: Value) => (typeof stored === 'string' ? (JSON.parse(stored) as Value) : undefined),
} as const

/** A listing, together with its offers in one partition under the collection `product`. */
export const listingItem = new Entity(
  {
    model: { entity: 'listing', version: '1', service: 'brandfront' },
    attributes: {
      slug: { type: 'string', required: true },
      edition: { type: 'number', required: true },
      listing: { type: CustomAttributeType<Listing>('any'), ...asText },
      /** Every search word that may still have an item, so that the next save can remove what no longer fits. */
      words: { type: CustomAttributeType<string[]>('any'), required: true },
      /** The same of the words that the studio finds it by. */
      named: { type: CustomAttributeType<string[]>('any'), required: true },
      /** GSI2: listings whose words are still to be written, by when that is due. */
      unindexed: { type: 'string', field: 'gsi2pk' },
      unindexedSince: { type: 'string', field: 'gsi2sk' },
    },
    indexes: {
      listing: {
        collection: 'product',
        pk: { field: 'pk', composite: ['slug'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

/** What one retailer asks for a listing's variants. */
export const offerItem = new Entity(
  {
    model: { entity: 'offer', version: '1', service: 'brandfront' },
    attributes: {
      slug: { type: 'string', required: true },
      retailerId: { type: 'string', required: true },
      offers: { type: CustomAttributeType<Offer[]>('any'), required: true },
    },
    indexes: {
      offer: {
        collection: 'product',
        pk: { field: 'pk', composite: ['slug'], casing: 'none' },
        sk: { field: 'sk', composite: ['retailerId'], casing: 'none' },
      },
    },
  },
  storage,
)

/** A listing as it once was, compressed; outside the collection, so that a product page does not read it. */
export const editionItem = new Entity(
  {
    model: { entity: 'edition', version: '1', service: 'brandfront' },
    attributes: {
      slug: { type: 'string', required: true },
      edition: { type: 'number', required: true, padding: { length: 8, char: '0' } },
      content: { type: CustomAttributeType<Uint8Array>('any'), required: true },
    },
    indexes: {
      edition: {
        pk: { field: 'pk', composite: ['slug'], casing: 'none' },
        sk: { field: 'sk', composite: ['edition'], casing: 'none' },
      },
    },
  },
  storage,
)

/** A published listing's card: in the listing's partition, outside the collection. */
export const cardItem = new Entity(
  {
    model: { entity: 'card', version: '1', service: 'brandfront' },
    attributes: {
      slug: { type: 'string', required: true },
      card: { type: CustomAttributeType<ListingCard>('any'), ...asText },
    },
    indexes: {
      card: {
        pk: { field: 'pk', composite: ['slug'], casing: 'none' },
        sk: { field: 'sk', composite: [], casing: 'none' },
      },
    },
  },
  storage,
)

/**
 * Where a listing stands on one shelf (category × tag), with an index for each order that a shelf can be listed in, so
 * that any page of any list is one Query. Small: a listing has some seven, and each index repeats them.
 */
export const placeItem = new Entity(
  {
    model: { entity: 'place', version: '1', service: 'brandfront' },
    attributes: {
      shelf: { type: 'string', required: true },
      slug: { type: 'string', required: true },
      position: { type: 'string', required: true },
      name: { type: 'string', required: true },
      created: { type: 'string', required: true },
      price: { type: 'number', required: true },
    },
    indexes: {
      featured: {
        pk: { field: 'pk', composite: ['shelf'], casing: 'none' },
        sk: { field: 'sk', composite: ['position', 'slug'], casing: 'none' },
      },
      named: {
        index: 'GSI1',
        pk: { field: 'gsi1pk', composite: ['shelf'], casing: 'none' },
        sk: { field: 'gsi1sk', composite: ['name', 'slug'], casing: 'none' },
      },
      newest: {
        index: 'GSI2',
        pk: { field: 'gsi2pk', composite: ['shelf'], casing: 'none' },
        sk: { field: 'gsi2sk', composite: ['created', 'slug'], casing: 'none' },
      },
      priced: {
        index: 'GSI3',
        pk: { field: 'gsi3pk', composite: ['shelf'], casing: 'none' },
        // The attribute and nothing around it: electrodb then makes the key a number.
        sk: { field: 'gsi3sk', composite: ['price'], template: '${price}' },
      },
    },
  },
  storage,
)

/** From a place's attributes to where in an index a list goes on. */
export const placeKeys = createConversions(placeItem).byAccessPattern

/** A word that finds a listing, under its first two letters. Small: a listing has some thirty. */
const word = {
  model: { entity: 'word', version: '1', service: 'brandfront' },
  attributes: {
    initials: { type: 'string', required: true },
    word: { type: 'string', required: true },
    slug: { type: 'string', required: true },
    weight: { type: 'number', required: true },
  },
  indexes: {
    word: {
      pk: { field: 'pk', composite: ['initials'], casing: 'none' },
      sk: { field: 'sk', composite: ['word', 'slug'], casing: 'none' },
    },
  },
} as const

/** Words as they are asked for, and as they are written: only what asks may go by a cache. */
export const wordItem = new Entity(word, searchStorage)
const writtenWordItem = new Entity(word, storage)

/** One line of the studio's directory: every listing, drafts too. */
export type ListingSummary = Pick<
  Listing,
  'slug' | 'name' | 'category' | 'status' | 'version' | 'updatedAt' | 'updatedBy'
> & {
  /** What its card shows; a listing never published may lack it. */
  card: Partial<Pick<ListingCard, 'image' | 'priceFrom'>>
}

/** The studio's directory of all listings by slug, of each category's in GSI1, of those in each state in GSI2. */
export const directoryItem = new Entity(
  {
    model: { entity: 'directory', version: '1', service: 'brandfront' },
    attributes: {
      directory: { type: 'string', required: true },
      slug: { type: 'string', required: true },
      shelf: { type: 'string', required: true },
      state: { type: 'string', required: true },
      summary: { type: CustomAttributeType<ListingSummary>('any'), ...asText },
    },
    indexes: {
      directory: {
        pk: { field: 'pk', composite: ['directory'], casing: 'none' },
        sk: { field: 'sk', composite: ['slug'], casing: 'none' },
      },
      ofShelf: {
        index: 'GSI1',
        pk: { field: 'gsi1pk', composite: ['shelf'], casing: 'none' },
        sk: { field: 'gsi1sk', composite: ['slug'], casing: 'none' },
      },
      ofState: {
        index: 'GSI2',
        pk: { field: 'gsi2pk', composite: ['state'], casing: 'none' },
        sk: { field: 'gsi2sk', composite: ['shelf', 'slug'], casing: 'none' },
      },
    },
  },
  storage,
)

/** A word of a listing's name, for finding it in the studio whatever its state, under the word's first two letters. */
export const nameWordItem = new Entity(
  {
    model: { entity: 'nameWord', version: '1', service: 'brandfront' },
    attributes: {
      initials: { type: 'string', required: true },
      word: { type: 'string', required: true },
      slug: { type: 'string', required: true },
    },
    indexes: {
      word: {
        pk: { field: 'pk', composite: ['initials'], casing: 'none' },
        sk: { field: 'sk', composite: ['word', 'slug'], casing: 'none' },
      },
    },
  },
  storage,
)

/** The entities that a listing's partition holds for a product page. */
export const product = new Service({ listing: listingItem, offer: offerItem }, storage)

/** All that one save may touch. */
export const catalogue = new Service(
  {
    listing: listingItem,
    offer: offerItem,
    edition: editionItem,
    card: cardItem,
    place: placeItem,
    directory: directoryItem,
    word: writtenWordItem,
    nameWord: nameWordItem,
  },
  storage,
)
