import { z } from 'zod'
import { type CardBehaviour, testCards } from '#lib/local/sandbox/cards.ts'

/** What the browser posts to `/tokenize`. */
export const cardInput = z.object({
  /** Digits, with or without spaces. */
  number: z.string().max(30),
  /** `MM/YY` or `MM/YYYY`. */
  expiry: z.string().max(10),
  cvc: z.string().max(6),
  name: z.string().max(120).optional(),
})

export type CardProblem = { field: 'number' | 'expiry' | 'cvc'; code: string; message: string }

/** The check digit of ISO/IEC 7812: from the right, every second digit doubled, the sum a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return /^\d{12,19}$/.test(digits) && sum % 10 === 0
}

function isPast(expiry: string, now: Date): boolean | undefined {
  const found = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(\d{2}|20\d{2})\s*$/.exec(expiry)
  if (!found) return undefined
  const year = Number(found[2]) % 100
  const months = (2000 + year) * 12 + Number(found[1])
  return months < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
}

/** What is wrong with a card's fields, all at once; or how this test card behaves. */
export function checkCard(
  card: z.infer<typeof cardInput>,
  now = new Date(),
): { problems: CardProblem[] } | { behaviour: CardBehaviour; last4: string } {
  const digits = card.number.replaceAll(/[\s-]/g, '')
  const known = testCards.find(each => each.number.replaceAll(' ', '') === digits)
  const problems: CardProblem[] = []
  if (!passesLuhn(digits)) {
    problems.push({ field: 'number', code: 'invalid_number', message: 'Check the card number.' })
  } else if (!known) {
    problems.push({
      field: 'number',
      code: 'test_cards_only',
      message: 'This demo takes its test cards only. Never type a real card here.',
    })
  }
  const past = isPast(card.expiry, now)
  if (past === undefined) {
    problems.push({ field: 'expiry', code: 'invalid_expiry', message: 'Write the expiry as 09/29.' })
  } else if (past) {
    problems.push({ field: 'expiry', code: 'expired_card', message: 'This card has expired.' })
  }
  if (!/^\d{3,4}$/.test(card.cvc.trim())) {
    problems.push({ field: 'cvc', code: 'invalid_cvc', message: 'Enter the three digits on the back.' })
  }
  if (problems.length > 0 || !known) return { problems }
  return { behaviour: known.behaviour, last4: digits.slice(-4) }
}
