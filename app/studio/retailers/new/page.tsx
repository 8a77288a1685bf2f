import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { add } from '#app/studio/retailers/actions.ts'
import { NewRetailer } from '#components/studio/retailers/new-retailer.tsx'
import { currentSession } from '#lib/action.ts'

export const metadata: Metadata = { title: 'Add a retailer' }

export default async function NewRetailerPage() {
  if ((await currentSession())?.role !== 'admin') notFound()
  return (
    <div className="shell max-w-3xl py-6 lg:py-8">
      <nav aria-label="Where you are" className="text-sm">
        <Link className="prose-link inline-flex min-h-11 items-center" href="/studio/retailers">
          Retailers
        </Link>
      </nav>
      <h1 className="font-semibold font-text text-2xl tracking-tight">Add a retailer</h1>
      <p className="mt-1 mb-8 text-muted">
        No shopper sees it until it is enabled. Its article numbers are entered with each listing, or
        imported.
      </p>
      <NewRetailer add={add} />
    </div>
  )
}
