import { quoteCardStyles } from '#components/quote/quote-card.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

/** Three retailers still to answer. */
export function QuoteSkeletons() {
  return (
    <div className="grid gap-5 lg:grid-cols-3">
      <p className="sr-only" role="status">
        Asking the retailers for prices
      </p>
      {['first', 'second', 'third'].map(key => (
        <div className={quoteCardStyles} key={key}>
          <Skeleton className="h-7 w-2/3" />
          <Skeleton className="h-10 w-1/2" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-24 w-full" />
          <Skeleton className="h-32 w-full" />
        </div>
      ))}
    </div>
  )
}
