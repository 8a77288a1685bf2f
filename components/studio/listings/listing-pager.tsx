import Link from 'next/link'
import { type TableFilter, tableAddress } from '#components/studio/listings/listing-address.ts'
import { buttonStyles } from '#components/ui/button.tsx'

type ListingPagerProps = { filter: TableFilter; after?: string; next?: string; isEmpty: boolean }

/** To the next page of listings and back to the first. */
export function ListingPager({ filter, after, next, isEmpty }: ListingPagerProps) {
  if (!after && !next) return null
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-3">
      {after && (
        <Link className={buttonStyles({ variant: 'quiet', size: 'small' })} href={tableAddress(filter)}>
          First page
        </Link>
      )}
      {next && (
        <Link
          className={buttonStyles({ variant: 'outline', size: 'small' })}
          href={tableAddress(filter, next)}
          prefetch={false}
        >
          {isEmpty ? 'Look further' : 'Next page'}
        </Link>
      )}
    </nav>
  )
}
