import { z } from 'zod'
import { slugSchema } from '#lib/domain/listing.ts'
import { documentFields, noPicture } from '#lib/domain/site/fields.ts'

export const mostCategories = 40

/** Segments of an address that already mean something else there. */
const reserved = ['all', 'index', 'pages']

function categorySchemaOf(whole: boolean) {
  const { text, optional, picture } = documentFields(whole)
  return z.object({
    /** Its address, for good. */
    slug: slugSchema,
    name: text(60, 'Give the category a name.'),
    intro: text(300, 'Say in a line or two what is on this shelf.'),
    image: picture,
    /** Not in the menu, and without a page of its own. */
    hidden: z.boolean(),
    /** Empty: its name and its words. */
    seo: z.object({ title: optional(70), description: optional(170) }),
  })
}

function schema(whole: boolean) {
  return z.object({
    categories: z
      .array(categorySchemaOf(whole))
      .max(mostCategories)
      .refine(list => new Set(list.map(({ slug }) => slug)).size === list.length, {
        message: 'Two categories have the same address.',
      }),
  })
}

/** The shop's categories in their order, as they may be published, and as a draft of them may be. */
export const categoriesSchema = schema(true)
export const categoriesDraftSchema = schema(false)
export type Categories = z.infer<typeof categoriesSchema>
export type Category = Categories['categories'][number]

/** What it takes to begin a category. */
export const newCategorySchema = z.object({
  name: z.string().trim().min(2, 'Give the category a name.').max(60),
  slug: slugSchema.refine(slug => !reserved.includes(slug), 'Choose another address.'),
})
export type NewCategory = z.infer<typeof newCategorySchema>

/** A category that nobody has filled in yet. */
export function blankCategory({ name, slug }: NewCategory): Category {
  return { name, slug, intro: '', image: noPicture, hidden: false, seo: { title: '', description: '' } }
}

/** The slugs of categories whose place in the shop differs between two states: new, gone, or changed. */
export function changedSlugs(before: readonly Category[], after: readonly Category[]): string[] {
  const written = (list: readonly Category[]) => new Map(list.map(each => [each.slug, JSON.stringify(each)]))
  const [old, young] = [written(before), written(after)]
  return [...new Set([...old.keys(), ...young.keys()])].filter(slug => old.get(slug) !== young.get(slug))
}

/** Why a category cannot go. `most` is where counting ended. */
export function inUseWords(name: string, count: number, most: number): string {
  const listings = count === 1 ? '1 listing' : `${count}${count >= most ? ' or more' : ''} listings`
  return `${name} still has ${listings}. Move them to another category first, or hide it.`
}
