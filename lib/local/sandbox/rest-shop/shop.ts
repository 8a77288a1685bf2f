import type { Shop } from '#lib/local/sandbox/shop/shops.ts'

/** The sandbox retailer that speaks a plain REST API of its own. */
export const restShop: Shop = {
  id: 'thistle',
  name: 'Thistle & Daughters',
  blurb: 'A small delicatessen with its own website and its own way of doing things.',
  colour: '#6a3d7c',
  initials: 'TD',
  priceLevel: 10_600,
  priceEnding: 0,
  deliveries: [
    { id: 'post', title: 'By post', carrier: 'Post', price: 450, days: [2, 4] },
    { id: 'courier', title: 'By courier', carrier: 'Swift Couriers', price: 1250, days: [1, 1] },
  ],
  freeFrom: 5000,
  taxesDelivery: false,
  loyalty: {
    name: 'Thistle Club',
    claim: 'com.sandbox.thistle_club',
    example: 'TC-4711',
    member: /^TC-\d{4}$/,
    saving: amount => Math.round(amount * 0.04),
  },
  discount: { code: 'THISTLE2', title: '$2 off', saving: amount => Math.min(amount, 200) },
  holdSeconds: 420,
  sessionSeconds: 1200,
  shipAfterSeconds: 120,
  sendsWebhooks: false,
  cancelsForPlatforms: true,
  declineStatus: 402,
  saysReady: true,
  profileForm: 'schema',
  signsAnswers: false,
}
