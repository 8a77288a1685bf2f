import Image from 'next/image'
import Link from 'next/link'
import { ListingBadges } from '#components/studio/listings/listing-badges.tsx'
import { Price } from '#components/ui/price.tsx'
import { shortDate } from '#lib/domain/dates.ts'
import type { Listing, ListingCard } from '#lib/domain/listing.ts'

type Row = Pick<Listing, 'slug' | 'name' | 'status' | 'version' | 'updatedAt'> & {
  categoryName: string
  card: Partial<Pick<ListingCard, 'image' | 'priceFrom'>>
  draft?: { at: string }
  plan?: { publishAt?: string; unpublishAt?: string }
}

const head = 'py-2 pr-4 text-left font-semibold text-muted text-note'
const row =
  'relative grid grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center gap-x-2 border-line border-b py-2 ' +
  'hover:bg-surface has-[input:checked]:bg-sunk md:table-row'
/** The link covers its row, and so does its focus ring. */
const link =
  'scroll-mt-4 scroll-mb-28 after:absolute after:inset-0 hover:underline focus-visible:outline-none ' +
  'focus-visible:after:outline-3 focus-visible:after:outline-focus focus-visible:after:-outline-offset-3'

function Picture({ image }: { image?: ListingCard['image'] }) {
  const styles = 'size-10 shrink-0 rounded-label bg-sunk object-contain'
  if (!image) return <span aria-hidden="true" className={styles} />
  return <Image alt="" className={styles} height={40} src={`${image.src}-400.avif`} unoptimized width={40} />
}

/** A page of listings as rows, each to be opened or ticked; on a phone each row folds into a few lines. */
export function ListingTable({ listings }: { listings: readonly Row[] }) {
  return (
    <table className="w-full border-ink border-t text-[0.9375rem]">
      <thead className="hidden border-line border-b md:table-header-group">
        <tr>
          <th className={`${head} w-11`} scope="col">
            <span className="sr-only">Select</span>
          </th>
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
          <th className={`${head} md:pr-2 md:text-right`} scope="col">
            Updated
          </th>
        </tr>
      </thead>
      <tbody>
        {listings.map(each => (
          <tr className={row} data-row="" key={each.slug}>
            <td className="max-md:row-span-2 max-md:self-start md:py-1">
              <label className="relative z-10 grid size-11 cursor-pointer place-items-center">
                <span className="sr-only">Select {each.name}</span>
                <input className="size-5 accent-grass" name="listing" type="checkbox" value={each.slug} />
              </label>
            </td>
            <th className="text-left font-semibold max-md:col-span-2 md:py-2 md:pr-4" scope="row">
              <span className="flex items-center gap-3">
                <Picture image={each.card.image} />
                <Link className={link} href={`/studio/listings/${each.slug}`} prefetch={false}>
                  {each.name}
                </Link>
              </span>
            </th>
            <td className="text-muted max-md:hidden md:pr-4">{each.categoryName}</td>
            <td className="max-md:col-start-2 max-md:pt-1.5 md:py-2 md:pr-4">
              <ListingBadges {...each} />
            </td>
            <td className="figures pr-2 text-right max-md:pt-1.5 md:pr-4">
              {each.card.priceFrom && <Price value={each.card.priceFrom} />}
            </td>
            <td className="hidden whitespace-nowrap pr-2 text-right text-muted md:table-cell">
              <time dateTime={each.updatedAt}>{shortDate(each.updatedAt)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
