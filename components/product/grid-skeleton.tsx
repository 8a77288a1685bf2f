import { Skeleton } from '#components/ui/skeleton.tsx'

const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** The shape of a page of products while it loads. */
export function GridSkeleton({ label }: { label: string }) {
  return (
    <div className="ledger-rule" role="status">
      <span className="sr-only">{label}</span>
      <Skeleton className="mt-6 mb-3 h-12 w-72 max-w-full" />
      <Skeleton className="mb-12 h-6 w-96 max-w-full" />
      <div className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-x-8">
        {places.map(place => (
          <div key={place}>
            <Skeleton className="aspect-square" />
            <Skeleton className="mt-4 h-6 w-4/5" />
            <Skeleton className="mt-2 h-4 w-3/5" />
          </div>
        ))}
      </div>
    </div>
  )
}
