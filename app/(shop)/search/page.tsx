import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { readFrame } from '#app/(shop)/catalogue.ts'
import { SearchBox } from '#components/layout/search-box.tsx'
import { ProductGrid } from '#components/product/product-grid.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { searchQuerySchema } from '#lib/domain/search-query.ts'
import { searchListings } from '#lib/services/search-listings.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

async function queryOf(searchParams: Props['searchParams']): Promise<string> {
  const { q } = await searchParams
  return searchQuerySchema.parse(q)
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await queryOf(searchParams)
  return { title: query ? `“${query}”` : 'Search', robots: { index: false, follow: true } }
}

/** Text search: a plain GET form and its results, made anew for each query. */
export default async function SearchPage({ searchParams }: Props) {
  const query = await queryOf(searchParams)
  const [cards, { shelves }] = await Promise.all([query ? searchListings(query) : [], readFrame()])
  return (
    <div className="shell pt-8">
      <PageHeading
        lead={query ? found(cards.length) : 'A product, an ingredient, a mood for supper.'}
        title={query ? `“${query}”` : 'What are you after?'}
      />
      <SearchBox className="mb-12 max-w-xl" id="search-page" query={query} />
      {cards.length > 0 && <ProductGrid cards={cards} eager={4} />}
      {cards.length === 0 && (
        <EmptyState title={query ? 'Nothing by that name.' : 'Or start at a shelf.'}>
          {query && <p className="mb-6">Try one word rather than three, or look along the shelves.</p>}
          <ul className="flex flex-wrap gap-x-8">
            {shelves.map(shelf => (
              <li key={shelf.slug}>
                <Link
                  className="prose-link inline-flex min-h-11 items-center"
                  href={`/products/${shelf.slug}` as Route}
                  prefetch={false}
                >
                  {shelf.name}
                </Link>
              </li>
            ))}
          </ul>
        </EmptyState>
      )}
    </div>
  )
}

function found(count: number): string {
  if (count === 0) return 'No product matches.'
  return count === 1 ? 'One product matches.' : `${count} products match.`
}
