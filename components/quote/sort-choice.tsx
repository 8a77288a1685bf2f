'use client'

import { type QuoteSort, quoteSorts } from '#lib/domain/quote.ts'

const words: Record<QuoteSort, string> = {
  total: 'Lowest total',
  arrival: 'Soonest',
  completeness: 'Most items',
}

/** By what to put the retailers in order. */
export function SortChoice({ value, onChange }: { value: QuoteSort; onChange: (sort: QuoteSort) => void }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-1 gap-y-2 text-sm">
      <legend className="float-left mr-2 text-muted">Sort by</legend>
      {quoteSorts.map(sort => (
        <label
          className="inline-flex min-h-11 items-center rounded-label px-3 font-semibold has-checked:bg-grass has-checked:text-on-grass has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
          key={sort}
        >
          <input
            checked={sort === value}
            className="sr-only"
            name="sort"
            onChange={() => onChange(sort)}
            type="radio"
            value={sort}
          />
          {words[sort]}
        </label>
      ))}
    </fieldset>
  )
}
