import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ListingEditor } from '#components/studio/listing-editor.tsx'
import { StatusBadge } from '#components/studio/status-badge.tsx'
import { VersionList } from '#components/studio/version-list.tsx'
import { isDomainError } from '#lib/domain/errors.ts'
import { editOf } from '#lib/domain/listing-edit.ts'
import { getListingEdit } from '#lib/services/get-listing-edit.ts'
import { saveEdit } from './actions.ts'

export const metadata: Metadata = { title: 'Edit a listing' }

export default async function ListingEditPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const { listing, versions, categories } = await getListingEdit(slug).catch(error => {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  })
  return (
    <div className="shell py-6 lg:py-8">
      <nav aria-label="Where you are" className="text-sm">
        <Link className="prose-link inline-flex min-h-11 items-center" href="/studio">
          Listings
        </Link>
      </nav>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-ink border-b pb-4">
        <h1 className="font-semibold font-text text-2xl tracking-tight">{listing.name}</h1>
        <StatusBadge status={listing.status} />
        {listing.status === 'published' && (
          <Link className="prose-link ml-auto text-sm" href={`/p/${slug}`} prefetch={false}>
            See it in the shop
          </Link>
        )}
      </div>
      <div className="grid gap-10 pt-8 lg:grid-cols-[minmax(0,44rem)_minmax(0,1fr)] lg:gap-16">
        <ListingEditor
          categories={categories.map(({ slug: value, name }) => ({ slug: value, name }))}
          edit={editOf(listing)}
          key={listing.slug}
          save={saveEdit}
          slug={slug}
          variantLabels={listing.variants.map(variant => variant.label)}
        />
        <VersionList image={listing.images[0]} versions={versions} />
      </div>
    </div>
  )
}
