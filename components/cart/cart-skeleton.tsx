import { QuoteSkeletons } from '#components/quote/quote-skeleton.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

/** The cart's shape while it is fetched. */
export function CartSkeleton() {
  return (
    <>
      <PageHeading title="Your cart" />
      <p className="sr-only" role="status">
        Opening your cart
      </p>
      <div className="mb-14 border-line border-t">
        {['first', 'second'].map(key => (
          <div
            className="grid grid-cols-[5.5rem_1fr] gap-x-4 border-line border-b py-4 sm:grid-cols-[7rem_1fr_10rem] sm:gap-x-6"
            key={key}
          >
            <Skeleton className="aspect-square w-full" />
            <div className="grid content-start gap-2">
              <Skeleton className="h-6 w-1/2" />
              <Skeleton className="h-5 w-1/4" />
            </div>
          </div>
        ))}
      </div>
      <QuoteSkeletons />
    </>
  )
}
