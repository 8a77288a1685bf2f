import { z } from 'zod'
import { brand } from '#lib/domain/brand.ts'
import { documentFields, noLink, noPicture } from '#lib/domain/site/fields.ts'

export const mostSections = 20
/** The most products that one section shows. */
export const mostShown = 8

/** Where a shelf's products come from: the first two of each category, one category, or chosen one by one. */
export const shelfSources = ['categories', 'category', 'chosen'] as const

function sectionSchema(whole: boolean) {
  const { key, text, optional, rows, picture, link, optionalSlug } = documentFields(whole)
  const common = { key, hidden: z.boolean() }
  return z.discriminatedUnion('kind', [
    z.object({
      ...common,
      kind: z.literal('hero'),
      title: text(80),
      words: optional(400),
      link,
      secondLink: link,
      picture,
      /** Whose picture stands there in place of `picture`; empty for none. */
      product: optionalSlug,
    }),
    z.object({ ...common, kind: z.literal('categories'), title: text(80), words: optional(400) }),
    z
      .object({
        ...common,
        kind: z.literal('shelf'),
        title: text(80),
        source: z.enum(shelfSources),
        category: optionalSlug,
        products: z.array(optionalSlug).max(mostShown),
      })
      .refine(({ source, category }) => !whole || source !== 'category' || category !== '', {
        path: ['category'],
        message: 'Choose a category.',
      })
      .refine(({ source, products }) => !whole || source !== 'chosen' || products.length > 0, {
        path: ['products'],
        message: 'Choose at least one product.',
      }),
    z.object({
      ...common,
      kind: z.literal('comparison'),
      /** `{count}` stands for the number of shops, in words. */
      title: text(80),
      words: optional(400),
      product: text(80, 'Choose a product.'),
    }),
    z.object({ ...common, kind: z.literal('steps'), title: text(80), rows: rows(1, 6) }),
    z.object({ ...common, kind: z.literal('promises'), title: text(80), rows: rows(1, 8) }),
    z.object({
      ...common,
      kind: z.literal('text'),
      title: text(80),
      /** Rich text: see rich-text.ts. */
      words: text(4000),
      picture,
      link,
    }),
  ])
}

const sections = (whole: boolean) => z.object({ sections: z.array(sectionSchema(whole)).max(mostSections) })

/** The home page as it may be published, and as a draft of it may be. */
export const homeSchema = sections(true)
export const homeDraftSchema = sections(false)

export type Home = z.infer<typeof homeSchema>
export type HomeSection = Home['sections'][number]
export type SectionKind = HomeSection['kind']
export type SectionOf<Kind extends SectionKind> = Extract<HomeSection, { kind: Kind }>

/** What each kind of section is called in the studio. */
export const sectionNames: Record<SectionKind, string> = {
  hero: 'Opening',
  categories: 'Categories',
  shelf: 'Shelf of products',
  comparison: 'One product, every price',
  steps: 'Steps',
  promises: 'Promises',
  text: 'Text and picture',
}

/** A section that nobody has filled in yet. */
export function blankSection(kind: SectionKind, key: string): HomeSection {
  const common = { key, hidden: false, title: '' }
  switch (kind) {
    case 'hero':
      return { ...common, kind, words: '', link: noLink, secondLink: noLink, picture: noPicture, product: '' }
    case 'categories':
      return { ...common, kind, words: '' }
    case 'shelf':
      return { ...common, kind, source: 'category', category: '', products: [] }
    case 'comparison':
      return { ...common, kind, title: 'One pack, {count} prices.', words: '', product: '' }
    case 'steps':
    case 'promises':
      return { ...common, kind, rows: [{ title: '', words: '' }] }
    case 'text':
      return { ...common, kind, words: '', picture: noPicture, link: noLink }
  }
}

/** The home page of a brand that has not made one. */
export const firstHome: Home = {
  sections: [
    {
      ...{ key: 'opening', kind: 'hero', hidden: false, title: brand.tagline, words: brand.description },
      ...{ link: { label: 'See everything', href: '/products' }, secondLink: noLink },
      ...{ picture: noPicture, product: '' },
    },
    { key: 'categories', kind: 'categories', hidden: false, title: 'Our shelves', words: '' },
  ],
}

/**
 * The sections that the shop shows of stored content, whatever it is. What this version of the shop does not know,
 * or finds unfinished, is left out.
 */
export function shownSections(content: unknown, whole = true): HomeSection[] {
  const stored = z.object({ sections: z.array(z.unknown()) }).safeParse(content).data?.sections ?? []
  const schema = sectionSchema(whole)
  return stored
    .slice(0, mostSections)
    .flatMap(each => schema.safeParse(each).data ?? [])
    .filter(section => !section.hidden)
}
