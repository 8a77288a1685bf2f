import type { ReactNode } from 'react'
import { quoteCardStyles } from '#components/quote/quote-card.tsx'
import { messageFor } from '#lib/domain/messages.ts'
import type { QuoteOutcome } from '#lib/domain/quote.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'

/** A retailer that gave no price, and why. The others are not kept waiting for it. */
export function UnavailableCard({
  reason,
  retailer,
  action,
}: {
  /** Why, or `out_of_stock` for one that has nothing of what is asked for. */
  reason: Extract<QuoteOutcome, { status: 'unavailable' }>['reason'] | 'out_of_stock'
  retailer: RetailerSummary
  action?: ReactNode
}) {
  return (
    <article aria-label={retailer.name} className={`${quoteCardStyles} border-dashed`}>
      <header className="grid content-start gap-3">
        <h3 className="text-heading">{retailer.name}</h3>
        <p className="text-muted">
          {reason === 'out_of_stock'
            ? 'It has nothing of what is in your cart.'
            : `${messageFor(reason)} You can buy from the others meanwhile.`}
        </p>
        {action}
      </header>
    </article>
  )
}
