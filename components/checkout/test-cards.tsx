'use client'

import { useFormContext } from 'react-hook-form'
import { sandboxCards } from '#components/checkout/sandbox-cards.ts'
import { Button } from '#components/ui/button.tsx'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'

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
        {sandboxCards.map(card => (
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
