/** How a test card behaves. */
export type CardBehaviour =
  | 'accepted'
  | 'declined'
  | 'declined_by_retailer'
  | 'asks_shopper'
  | 'in_review'
  | 'times_out'

export type TestCard = { number: string; behaviour: CardBehaviour; meaning: string }

/** The cards that the sandbox processor takes, any future expiry and any security code. It refuses all others. */
export const testCards: readonly TestCard[] = [
  { number: '4242 4242 4242 4242', behaviour: 'accepted', meaning: 'Accepted' },
  { number: '4000 0000 0000 0002', behaviour: 'declined', meaning: 'Declined when verified' },
  {
    number: '4000 0000 0000 0341',
    behaviour: 'declined_by_retailer',
    meaning: 'Verified, then declined when the retailer charges it',
  },
  {
    number: '4000 0000 0000 3063',
    behaviour: 'asks_shopper',
    meaning: 'Verified, then charged only once the shopper has confirmed on the retailer’s page',
  },
  {
    number: '4000 0000 0000 3220',
    behaviour: 'in_review',
    meaning: 'Needs a review of 4 seconds, then accepted',
  },
  { number: '4000 0000 0000 9979', behaviour: 'times_out', meaning: 'The processor never answers' },
]
