'use client'

import { useState } from 'react'
import { arrivalWords } from '#components/cart/arrival.ts'
import { Price } from '#components/ui/price.tsx'
import type { Quote } from '#lib/domain/quote.ts'

/** A retailer's delivery options with dates and prices; choosing one asks for the exact new total. */
export function FulfilmentChoice({
  quote,
  onChoose,
  busy,
  from,
}: {
  quote: Pick<Quote, 'id' | 'options' | 'selectedOptionId'>
  onChoose: (optionId: string) => void
  busy: boolean
  /** Whose delivery it is, where there are several. */
  from?: string
}) {
  const [wanted, setWanted] = useState<string>()
  // What was just chosen shows at once, not only when the retailer has answered.
  const shown = busy && wanted ? wanted : quote.selectedOptionId
  return (
    <fieldset aria-busy={busy || undefined} className="grid content-start gap-2">
      <legend className="mb-2 font-semibold text-sm">{from ? `Delivery from ${from}` : 'Delivery'}</legend>
      {quote.options.map(option => (
        <label
          className="grid min-h-11 grid-cols-[auto_1fr_auto] items-center gap-x-3 rounded-label border border-line px-3 py-2 text-sm leading-snug transition-colors hover:border-edge has-checked:border-grass has-focus-visible:outline-3 has-focus-visible:outline-focus has-checked:bg-good-soft"
          key={option.id}
        >
          <input
            checked={option.id === shown}
            className="size-4.5 accent-grass"
            name={`delivery-${quote.id}`}
            onChange={() => {
              setWanted(option.id)
              onChoose(option.id)
            }}
            type="radio"
            value={option.id}
          />
          <span>
            <span className="block font-semibold">{arrivalWords(option)}</span>
            <span className="block text-muted text-note">{option.title}</span>
          </span>
          <span>{option.price.amount === 0 ? 'Free' : <Price value={option.price} />}</span>
        </label>
      ))}
    </fieldset>
  )
}
