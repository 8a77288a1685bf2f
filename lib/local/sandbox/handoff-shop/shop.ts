/** The sandbox retailer that sells on its own site only: no API, a page that takes a cart from a link. */
export const handoffShop = {
  id: 'bayleaf',
  name: 'Bayleaf',
  blurb: 'A neighbourhood grocer that sells on its own site only.',
  colour: '#3f5f3a',
  priceLevel: 10_300,
  priceEnding: 5,
} as const
