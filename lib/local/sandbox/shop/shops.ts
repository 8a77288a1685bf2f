/** A way of delivery: price in cents, working days from the order to the door. */
export type Delivery = { id: string; title: string; carrier: string; price: number; days: [number, number] }

/** How one sandbox retailer does business. Amounts in cents, shares in hundredths of a percent. */
export type Shop = {
  id: string
  name: string
  blurb: string
  colour: string
  /** Starts its order numbers. */
  initials: string
  /** Its usual price, as a share of the brand's guidance. */
  priceLevel: number
  /** What its prices end in. */
  priceEnding: number
  deliveries: [Delivery, ...Delivery[]]
  /** The first delivery costs nothing from this amount of goods. */
  freeFrom: number
  taxesDelivery: boolean
  loyalty: {
    name: string
    claim: string
    example: string
    member: RegExp
    /** Where the saving is an amount from a value of goods on. */
    flatSaving?: { from: number; amount: number }
    /** The saving on goods worth `amount`. */
    saving: (amount: number) => number
  }
  /** Its discount code, and the saving on goods worth `amount`. */
  discount: { code: string; title: string; saving: (amount: number) => number }
  holdSeconds: number
  sessionSeconds: number
  shipAfterSeconds: number
  /** Whether platforms can cancel an order until it ships; otherwise the buyer does so on the shop's own page. */
  cancelsForPlatforms: boolean
  /** Whether it reports its orders by itself; otherwise platforms have to ask. */
  sendsWebhooks: boolean
  /** Real servers differ: a declined card is HTTP 402 or 200 with a message. */
  declineStatus: 200 | 402
  /** Real servers differ: some never say `ready_for_complete`. */
  saysReady: boolean
  /** Real servers differ: the profile as the schema has it, with `keys` for `signing_keys`, or without its wrapper. */
  profileForm: 'schema' | 'keys' | 'bare'
  /** Whether its answers are signed. */
  signsAnswers: boolean
}

const share = (amount: number, basisPoints: number) => Math.round((amount * basisPoints) / 10_000)

export const shops = {
  'harbor-market': {
    id: 'harbor-market',
    name: 'Harbor Market',
    blurb: 'A regional grocer with its own vans and free delivery from $45.',
    colour: '#1d5b79',
    initials: 'HM',
    priceLevel: 10_000,
    priceEnding: 9,
    deliveries: [
      { id: 'van', title: 'Harbor van', carrier: 'Harbor Market', price: 595, days: [2, 3] },
      { id: 'morning', title: 'Next working day', carrier: 'Harbor Market', price: 995, days: [1, 1] },
    ],
    freeFrom: 4500,
    taxesDelivery: false,
    loyalty: {
      name: 'Harbor Card',
      claim: 'com.sandbox.harbor_card',
      example: 'HC-204817',
      member: /^HC-\d{6}$/,
      saving: amount => share(amount, 500),
    },
    discount: { code: 'HARBOR5', title: '$5 off from $30', saving: amount => (amount >= 3000 ? 500 : 0) },
    holdSeconds: 600,
    sessionSeconds: 1800,
    shipAfterSeconds: 90,
    sendsWebhooks: true,
    cancelsForPlatforms: true,
    declineStatus: 402,
    saysReady: true,
    profileForm: 'schema',
    signsAnswers: true,
  },
  greenline: {
    id: 'greenline',
    name: 'Greenline',
    blurb: 'Organic groceries by bicycle and electric van, at the door tomorrow.',
    colour: '#2f6b3c',
    initials: 'GL',
    priceLevel: 11_000,
    priceEnding: 5,
    deliveries: [
      { id: 'tomorrow', title: 'Tomorrow', carrier: 'Greenline Riders', price: 295, days: [1, 1] },
      { id: 'weekly', title: 'With the weekly round', carrier: 'Greenline Riders', price: 95, days: [3, 5] },
    ],
    freeFrom: 6000,
    taxesDelivery: false,
    loyalty: {
      name: 'Greenline Circle',
      claim: 'com.sandbox.greenline_circle',
      example: 'GC-31415',
      member: /^GC-\d{5}$/,
      saving: amount => share(amount, 1000),
    },
    discount: { code: 'GREEN10', title: '10 % off', saving: amount => share(amount, 1000) },
    holdSeconds: 300,
    sessionSeconds: 1200,
    shipAfterSeconds: 45,
    sendsWebhooks: true,
    cancelsForPlatforms: true,
    declineStatus: 200,
    saysReady: true,
    profileForm: 'keys',
    signsAnswers: false,
  },
  'parcel-and-pantry': {
    id: 'parcel-and-pantry',
    name: 'Parcel & Pantry',
    blurb: 'A big online store: low prices, and parcels that take their time.',
    colour: '#8a5a1c',
    initials: 'PP',
    priceLevel: 9000,
    priceEnding: 7,
    deliveries: [
      { id: 'economy', title: 'Economy parcel', carrier: 'Coast Parcel', price: 499, days: [5, 7] },
      { id: 'standard', title: 'Standard parcel', carrier: 'Coast Parcel', price: 799, days: [3, 4] },
    ],
    freeFrom: 3500,
    taxesDelivery: true,
    loyalty: {
      name: 'Pantry Points',
      claim: 'com.sandbox.pantry_points',
      example: 'PP-10203040',
      member: /^PP-\d{8}$/,
      flatSaving: { from: 2000, amount: 300 },
      saving: amount => (amount >= 2000 ? 300 : 0),
    },
    discount: { code: 'PANTRY3', title: '$3 off', saving: amount => Math.min(amount, 300) },
    holdSeconds: 480,
    sessionSeconds: 1500,
    shipAfterSeconds: 150,
    sendsWebhooks: false,
    cancelsForPlatforms: false,
    declineStatus: 402,
    saysReady: false,
    profileForm: 'bare',
    signsAnswers: false,
  },
} satisfies Record<string, Shop>

export type ShopId = keyof typeof shops
export const shopIds = Object.keys(shops) as ShopId[]
