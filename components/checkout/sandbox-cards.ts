/** The sandbox processor's cards as the checkout offers them on a developer's machine; a test holds the two together. */
export const sandboxCards = [
  { number: '4242 4242 4242 4242', meaning: 'Accepted' },
  { number: '4000 0000 0000 0002', meaning: 'Declined' },
  { number: '4000 0000 0000 0341', meaning: 'Declined when the retailer charges it' },
  { number: '4000 0000 0000 3063', meaning: 'Needs a confirmation on the retailer’s page' },
  { number: '4000 0000 0000 3220', meaning: 'Reviewed for a few seconds, then accepted' },
  { number: '4000 0000 0000 9979', meaning: 'The processor never answers' },
]
