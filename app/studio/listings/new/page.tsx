import type { Metadata } from 'next'
import Link from 'next/link'
import { NewListingForm } from '#components/studio/new-listing-form.tsx'
import { slugSchema } from '#lib/domain/listing.ts'
import { listCategories } from '#lib/services/list-categories.ts'
import { create } from './actions.ts'

export const metadata: Metadata = { title: 'New listing' }

type Query = Promise<Record<'copy', string | string[] | undefined>>

export default async function NewListingPage({ searchParams }: { searchParams: Query }) {
  const copyOf = slugSchema.safeParse((await searchParams).copy).data ?? ''
  const categories = await listCategories()
  return (
    <div className="shell max-w-3xl py-6 lg:py-8">
      <nav aria-label="Where you are" className="text-sm">
        <Link className="prose-link inline-flex min-h-11 items-center" href="/studio">
          Listings
        </Link>
      </nav>
      <h1 className="mb-6 font-semibold font-text text-2xl tracking-tight">
        {copyOf ? 'New listing, as a copy' : 'New listing'}
      </h1>
      <NewListingForm
        categories={categories.map(({ slug, name }) => ({ slug, name }))}
        copyOf={copyOf}
        create={create}
      />
    </div>
  )
}
