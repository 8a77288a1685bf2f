'use client'

import { useFormContext } from 'react-hook-form'
import { Button } from '#components/ui/button.tsx'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'

const cards = [
  { number: '4242 4242 4242 4242', meaning: 'Accepted' },
  { number: '4000 0000 0000 0002', meaning: 'Declined' },
  { number: '4000 0000 0000 0341', meaning: 'Declined when the retailer charges it' },
  { number: '4000 0000 0000 3063', meaning: 'Needs a confirmation on the retailer’s page' },
  { number: '4000 0000 0000 3220', meaning: 'Reviewed for a few seconds, then accepted' },
  { number: '4000 0000 0000 9979', meaning: 'The processor never answers' },
]

/** The sandbox processor's cards, for a developer's machine only. A press fills one in. */
export function TestCards() {
  const { setValue } = useFormContext<CheckoutFormInput>()
  const fill = (number: string) =>
    setValue(
      'card',
      { number, expiry: '12/30', cvc: '123', name: 'Ada Shore' },
      { shouldValidate: true, shouldDirty: true },
    )
  return (
    <details className="border border-edge border-dashed px-4 text-sm">
      <summary className="flex min-h-11 items-center font-semibold">Test cards of the sandbox</summary>
      <ul className="grid pb-2">
        {cards.map(card => (
          <li className="flex flex-wrap items-center justify-between gap-x-3" key={card.number}>
            <Button className="figures -ml-3" onClick={() => fill(card.number)} size="small" variant="quiet">
              {card.number}
            </Button>
            <span className="text-muted">{card.meaning}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
