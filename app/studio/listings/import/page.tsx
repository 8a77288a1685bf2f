import type { Metadata } from 'next'
import { bringIn } from '#app/studio/listings/import/actions.ts'
import { ImportListings } from '#components/studio/import/import-listings.tsx'
import { listingColumns } from '#lib/domain/listing-cells.ts'

export const metadata: Metadata = { title: 'Import listings' }

export default function ImportPage() {
  return (
    <div className="shell grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6 py-6 lg:py-8">
      <div className="grid gap-2">
        <h1 className="font-semibold font-text text-2xl tracking-tight">Import listings</h1>
        <p className="text-muted">
          A CSV file with a heading line. It is looked through first; nothing changes until you say so.
        </p>
      </div>
      <ImportListings bringIn={bringIn} />
      <details className="border-line border-t pt-4">
        <summary className="cursor-pointer font-semibold">What the file holds</summary>
        <div className="grid gap-3 pt-3 text-sm">
          <p>
            The easiest start is{' '}
            <a className="prose-link" href="/studio/listings/export">
              the file with all listings
            </a>
            : change it and bring it back. A row whose slug is new makes a listing; one whose slug is known
            changes it. A column that you leave out stays as it is. Rows that change nothing write nothing, so
            a file can be brought in twice.
          </p>
          <p>Columns: {listingColumns.join(', ')}.</p>
          <p>
            Where a cell holds a list, each entry is a line of its own and its parts stand between bars. A
            size: <code>SKU | label | price | currency | GTIN | retailer=its number</code>. A picture:{' '}
            <code>address | what it shows</code>. Tags and substitutes are words with spaces in between.
          </p>
        </div>
      </details>
    </div>
  )
}
