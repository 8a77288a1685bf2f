import { getPublished, publishDocument } from '#lib/data/documents.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { DocumentContents } from '#lib/domain/site/documents.ts'
import type { Home } from '#lib/domain/site/home.ts'
import { categories } from './catalogue.ts'

const home: Home = {
  sections: [
    {
      key: 'opening',
      kind: 'hero',
      hidden: false,
      title: 'Plain food for windy places.',
      words:
        'Oats, preserves, soups, oils and cocoa from the coast. Fill a cart here, see what each shop asks for it today, and let the one you like best send it.',
      link: { label: 'See the whole pantry', href: '/products' },
      secondLink: { label: 'How buying works', href: '/how-it-works' },
      picture: {
        src: '/art/hero',
        alt: 'A bottle of olive oil, oats, granola, a can of soup and two jars by Marram on a pale table, dune grass before them.',
      },
      product: '',
    },
    {
      key: 'categories',
      kind: 'categories',
      hidden: false,
      title: 'Five shelves, no filler',
      words: 'We make what keeps: things you can leave in a cupboard by the sea and be glad of in November.',
    },
    {
      key: 'featured',
      kind: 'shelf',
      hidden: false,
      title: 'Good places to start',
      source: 'categories',
      category: '',
      products: [],
    },
    {
      key: 'same-pack',
      kind: 'comparison',
      hidden: false,
      title: 'One pack, {count} prices.',
      words: 'the same pack from the same kitchen. Shops set their own prices, so we show you all of them.',
      product: 'harbor-rolled-oats',
    },
    {
      key: 'how',
      kind: 'steps',
      hidden: false,
      title: 'We make it. The shop sells it. You stay here.',
      rows: [
        {
          title: 'You fill one cart',
          words:
            'Pick what you like from the whole pantry. Nothing leaves this page, and there is no account to make.',
        },
        {
          title: 'Every shop names its price',
          words:
            'We ask all of them at once for the full sum: the goods, delivery, tax, and your loyalty card if you have one.',
        },
        {
          title: 'You choose, it ships',
          words:
            'Pay here. The shop you chose takes the order, packs it and sends it, and you follow it from our page.',
        },
      ],
    },
    {
      key: 'promises',
      kind: 'promises',
      hidden: false,
      title: 'What you can hold us to',
      rows: [
        {
          title: 'The price is the price.',
          words: 'You pay exactly the sum you agreed to, or the order stops and nothing is charged.',
        },
        {
          title: 'Missing is never cheaper.',
          words:
            'A shop that lacks something in your cart says so, and never ranks above one that has it all.',
        },
        {
          title: 'Your card is not ours.',
          words: 'Card numbers go from your browser to the payment company. We never see them.',
        },
        {
          title: 'Nothing is ticked for you.',
          words: 'No newsletter, no sharing, until you say so. Each one by itself.',
        },
      ],
    },
  ],
}

/** What Marram's shop is made of beside its listings. */
export const site: DocumentContents = {
  home,
  categories: { categories },
  announcements: { announcements: [] },
}

/** Publishes the shop's home page and categories where nobody has yet. */
export async function seedSite(): Promise<void> {
  for (const name of ['home', 'categories'] as const) {
    if (await getPublished(name)) continue
    const first = { content: site[name], by: 'Marram', base: 0, revision: '' }
    await publishDocument(name, first).catch(error => {
      if (!isDomainError(error, 'stale_version')) throw error
    })
  }
}
