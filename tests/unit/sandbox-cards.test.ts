import { expect, test } from 'vitest'
import { sandboxCards } from '#components/checkout/sandbox-cards.ts'
import { type CardBehaviour, testCards } from '#lib/local/sandbox/cards.ts'

/** A word that the checkout's hint must hold for each way a card behaves. */
const tells: Record<CardBehaviour, RegExp> = {
  accepted: /^Accepted$/,
  declined: /^Declined$/,
  declined_by_retailer: /declined when the retailer charges/i,
  asks_shopper: /confirmation on the retailer/i,
  in_review: /review.*then accepted/i,
  times_out: /never answers/,
}

test('the checkout offers exactly the cards that the sandbox processor takes, and says how each behaves', () => {
  expect(sandboxCards.map(card => card.number)).toEqual(testCards.map(card => card.number))
  for (const { number, behaviour } of testCards) {
    expect(sandboxCards.find(card => card.number === number)?.meaning).toMatch(tells[behaviour])
  }
})
