import Image from 'next/image'
import Link from 'next/link'
import { StatusBadge } from '#components/studio/status-badge.tsx'
import { Price } from '#components/ui/price.tsx'
import { shortDate } from '#lib/domain/dates.ts'
import type { Listing, ListingCard } from '#lib/domain/listing.ts'

type Row = Pick<Listing, 'slug' | 'name' | 'status' | 'version' | 'updatedAt'> & {
  categoryName: string
  card: Partial<Pick<ListingCard, 'image' | 'priceFrom'>>
}

const head = 'py-2 pr-4 text-left font-semibold text-muted text-note'
const cell = 'py-2 pr-4'

/** All listings as rows; on a phone each row folds into two lines. */
export function ListingTable({ listings }: { listings: Row[] }) {
  if (listings.length === 0) {
    return <p className="border-line border-y py-10 text-muted">No listing on this page matches.</p>
  }
  return (
    <table className="w-full border-ink border-t text-[0.9375rem]">
      <thead className="hidden border-line border-b md:table-header-group">
        <tr>
          <th className={head} scope="col">
            Name
          </th>
          <th className={head} scope="col">
            Category
          </th>
          <th className={head} scope="col">
            State
          </th>
          <th className={`${head} md:text-right`} scope="col">
            Price from
          </th>
          <th className={`${head} pr-0 md:text-right`} scope="col">
            Updated
          </th>
        </tr>
      </thead>
      <tbody>
        {listings.map(row => (
          <tr
            className="relative flex flex-wrap items-center gap-x-3 border-line border-b py-2 hover:bg-surface md:table-row"
            key={row.slug}
          >
            <th className={`${cell} basis-full text-left font-semibold`} scope="row">
              <span className="flex items-center gap-3">
                {row.card.image ? (
                  <Image
                    alt=""
                    className="size-10 shrink-0 rounded-label bg-sunk object-contain"
                    height={40}
                    src={`${row.card.image.src}-400.avif`}
                    unoptimized
                    width={40}
                  />
                ) : (
                  <span aria-hidden="true" className="size-10 shrink-0 rounded-label bg-sunk" />
                )}
                <Link
                  className="after:absolute after:inset-0 hover:underline"
                  href={`/studio/listings/${row.slug}`}
                  prefetch={false}
                >
                  {row.name}
                </Link>
              </span>
            </th>
            <td className={`${cell} text-muted max-md:order-2 max-md:pr-0 max-md:text-note`}>
              {row.categoryName}
            </td>
            <td className={`${cell} max-md:order-1 max-md:pr-0`}>
              <StatusBadge status={row.status} />
            </td>
            <td className={`${cell} max-md:order-3 max-md:ml-auto max-md:pr-0 md:text-right`}>
              {row.card.priceFrom && <Price value={row.card.priceFrom} />}
            </td>
            <td className="hidden py-2 text-right text-muted md:table-cell">
              <time dateTime={row.updatedAt}>{shortDate(row.updatedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
