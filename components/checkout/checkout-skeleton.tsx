import { PageHeading } from '#components/ui/page-heading.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

/** The checkout's shape while its prices are fetched. */
export function CheckoutSkeleton() {
  return (
    <>
      <PageHeading title="Checkout" />
      <p className="sr-only" role="status">
        Opening the checkout
      </p>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_26rem] lg:gap-16">
        <div className="grid content-start gap-4">
          {['email', 'name', 'street', 'city', 'card'].map(key => (
            <Skeleton className="h-14 w-full" key={key} />
          ))}
        </div>
        <Skeleton className="h-96 w-full" />
      </div>
    </>
  )
}
