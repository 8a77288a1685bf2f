import type { Route } from 'next'
import Link from 'next/link'
import { buttonStyles } from '#components/ui/button.tsx'
import { formatMoney } from '#lib/domain/money-format.ts'
import type { OfferedSplit } from '#lib/domain/split/offered-split.ts'

/** The way to buy a split, all parts in one checkout. */
export function BuySplit({ split, busy = false }: { split: OfferedSplit; busy?: boolean }) {
  const query = new URLSearchParams(split.quotes.map(quote => ['quote', quote.id]))
  return (
    <Link
      aria-disabled={busy || undefined}
      className={buttonStyles({ wide: true, className: busy ? 'pointer-events-none' : undefined })}
      href={`/checkout?${query}` as Route}
    >
      Buy in {split.quotes.length} parcels — {formatMoney(split.total)}
    </Link>
  )
}
