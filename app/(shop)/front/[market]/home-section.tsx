import { readCategories, readProduct, readShelf } from '#app/(shop)/catalogue.ts'
import { Hero } from '#components/home/hero.tsx'
import { Promises } from '#components/home/promises.tsx'
import { SamePack } from '#components/home/same-pack.tsx'
import { Shelf } from '#components/home/shelf.tsx'
import { Shelves } from '#components/home/shelves.tsx'
import { Steps } from '#components/home/steps.tsx'
import { TextSection } from '#components/home/text-section.tsx'
import { isDomainError } from '#lib/domain/errors.ts'
import { cardOf, type ListingCard, slugSchema } from '#lib/domain/listing.ts'
import { type HomeSection, mostShown, type SectionOf } from '#lib/domain/site/home.ts'

const fromEach = 2

/** What `read` finds, or undefined where that is not in the shop, or not there any more. */
async function ifShown<Found>(
  slug: string,
  read: (slug: string) => Promise<Found>,
): Promise<Found | undefined> {
  if (!slugSchema.safeParse(slug).success) return undefined
  return read(slug).catch(error => {
    if (isDomainError(error, 'not_found')) return undefined
    throw error
  })
}

async function cardsOf(category: string): Promise<ListingCard[]> {
  const shelf = await ifShown(category, slug => readShelf({ category: slug, sort: 'featured' }))
  return shelf?.cards ?? []
}

async function shelfCards({ source, category, products }: SectionOf<'shelf'>): Promise<ListingCard[]> {
  if (source === 'category') return (await cardsOf(category)).slice(0, mostShown)
  if (source === 'categories') {
    const shelves = (await readCategories()).slice(0, mostShown).map(({ slug }) => cardsOf(slug))
    return (await Promise.all(shelves)).flatMap(cards => cards.slice(0, fromEach)).slice(0, mostShown)
  }
  const chosen = await Promise.all(products.map(slug => ifShown(slug, readProduct)))
  return chosen.flatMap(product => (product ? cardOf(product.listing, product.offers) : []))
}

/** One section of the home page; nothing where what it is about is not in the shop. Reads a bounded number of items. */
export async function HomeSectionView({ section, isFirst }: { section: HomeSection; isFirst: boolean }) {
  if (section.kind === 'hero') {
    const product = section.product ? await ifShown(section.product, readProduct) : undefined
    const picture = product?.listing.images[0] ?? (section.picture.src ? section.picture : undefined)
    return <Hero level={isFirst ? 1 : 2} picture={picture} section={section} />
  }
  if (section.kind === 'categories') return <Shelves categories={await readCategories()} section={section} />
  if (section.kind === 'shelf') {
    const cards = await shelfCards(section)
    return cards.length > 0 && <Shelf cards={cards} section={section} />
  }
  if (section.kind === 'comparison') {
    const product = await ifShown(section.product, readProduct)
    return product && <SamePack {...product} section={section} />
  }
  if (section.kind === 'steps') return <Steps section={section} />
  if (section.kind === 'promises') return <Promises section={section} />
  return <TextSection section={section} />
}
