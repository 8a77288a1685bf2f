import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ListingPager } from '#components/studio/listing-pager.tsx'
import { ListingTable } from '#components/studio/listing-table.tsx'
import { StudioSearch } from '#components/studio/studio-search.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { isDomainError } from '#lib/domain/errors.ts'
import { listingStatusSchema } from '#lib/domain/listing.ts'
import { browseListings } from '#lib/services/browse-listings.ts'

export const metadata: Metadata = { title: 'Listings' }

type Query = Promise<Record<'q' | 'status' | 'after', string | string[] | undefined>>

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 400) : undefined
}

export default async function StudioPage({ searchParams }: { searchParams: Query }) {
  const asked = await searchParams
  const query = text(asked.q)
  const after = text(asked.after)
  const status = listingStatusSchema.safeParse(asked.status).data
  const page = await browseListings({ query, status, after }).catch(error => {
    if (isDomainError(error, 'invalid_input')) notFound()
    throw error
  })
  return (
    <div className="shell grid gap-6 py-6 lg:py-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="font-semibold font-text text-2xl tracking-tight">Listings</h1>
        <div className="flex flex-wrap items-center gap-2">
          <Link className={buttonStyles({ variant: 'quiet', size: 'small' })} href="/studio/listings/import">
            Import
          </Link>
          <a className={buttonStyles({ variant: 'quiet', size: 'small' })} href="/studio/listings/export">
            Export
          </a>
          <Link className={buttonStyles({ size: 'small' })} href="/studio/listings/new">
            New listing
          </Link>
        </div>
      </div>
      <StudioSearch query={query} status={status} />
      <ListingTable listings={page.listings} />
      <ListingPager after={after} next={page.next} query={query} status={status} />
    </div>
  )
}
