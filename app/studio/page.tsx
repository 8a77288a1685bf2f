import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { changeMany } from '#app/studio/actions.ts'
import { tableAddress } from '#components/studio/listings/listing-address.ts'
import { ListingDesk } from '#components/studio/listings/listing-desk.tsx'
import { ListingFilter } from '#components/studio/listings/listing-filter.tsx'
import { ListingPager } from '#components/studio/listings/listing-pager.tsx'
import { ListingTable } from '#components/studio/listings/listing-table.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { isDomainError } from '#lib/domain/errors.ts'
import { slugSchema } from '#lib/domain/listing.ts'
import { listingStateSchema } from '#lib/domain/listing-state.ts'
import { browseListings } from '#lib/services/browse-listings.ts'

export const metadata: Metadata = { title: { absolute: 'Listings · Marram studio' } }

type Query = Promise<Record<'q' | 'category' | 'state' | 'after', string | string[] | undefined>>

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 400) : undefined
}

export default async function StudioPage({ searchParams }: { searchParams: Query }) {
  const asked = await searchParams
  const filter = {
    q: text(asked.q),
    category: slugSchema.safeParse(asked.category).data,
    state: listingStateSchema.safeParse(asked.state).data,
  }
  const after = text(asked.after)
  const { q: query, ...others } = filter
  const page = await browseListings({ query, ...others, after }).catch(error => {
    if (isDomainError(error, 'invalid_input')) notFound()
    throw error
  })
  const rows = page.listings.map(({ slug, version, draft }) => ({
    ...{ slug, version },
    revision: draft?.revision ?? '',
    base: draft?.base ?? version,
  }))
  const isEmpty = rows.length === 0
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
      <ListingFilter categories={page.categories} filter={filter} />
      <ListingDesk changeMany={changeMany} key={tableAddress(filter, after)} rows={rows}>
        {isEmpty ? (
          <p className="border-line border-y py-10 text-muted">
            {page.next ? 'None of the listings looked through so far matches.' : 'No listing matches.'}
          </p>
        ) : (
          <ListingTable listings={page.listings} />
        )}
      </ListingDesk>
      <ListingPager after={after} filter={filter} isEmpty={isEmpty} next={page.next} />
    </div>
  )
}
