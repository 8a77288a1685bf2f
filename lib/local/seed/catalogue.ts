import type { Listing } from '#lib/domain/listing.ts'
import type { Category } from '#lib/domain/site/categories.ts'
import { oatsAndGranola } from './catalogue/oats-and-granola.ts'
import { oilsAndVinegars } from './catalogue/oils-and-vinegars.ts'
import { soupsAndBeans } from './catalogue/soups-and-beans.ts'
import { spreadsAndPreserves } from './catalogue/spreads-and-preserves.ts'
import { teaAndCocoa } from './catalogue/tea-and-cocoa.ts'

function category(slug: string, name: string, intro: string, alt: string): Category {
  const image = { src: `/art/category-${slug}`, alt }
  return { slug, name, intro, image, hidden: false, seo: { title: '', description: '' } }
}

/** The five shelves of Marram, the invented coastal pantry that the demo sells. */
export const categories: Category[] = [
  category(
    'oats-and-granola',
    'Oats & Granola',
    'Breakfast with some chew to it. Rolled, cut or baked dark, and never sweeter than it has to be.',
    'Cartons, a tin and pouches of oats and granola stood together on a sand-colored ground.',
  ),
  category(
    'spreads-and-preserves',
    'Spreads & Preserves',
    'Fruit picked near salt water, nuts ground until they give in, and one very good honey.',
    'Glass jars of jam, honey and nut butter in a row, light coming through the fruit.',
  ),
  category(
    'soups-and-beans',
    'Soups & Beans',
    'Supper for the night the ferry is late. Cooked slowly, once, so that you need not.',
    'Cans of soup and a tall jar of butter beans stood together on a pale green ground.',
  ),
  category(
    'oils-and-vinegars',
    'Oils & Vinegars',
    'One oil to cook in, one to finish with, and vinegars that remember what they were made from.',
    'Six bottles of oil and vinegar in a row, green, gold, amber and red.',
  ),
  category(
    'tea-and-cocoa',
    'Tea & Cocoa',
    'Something hot to hold. Leaves, hips and beans, packed so that the smell stays in.',
    'Tins and cartons of tea and cocoa stood together on a blue-gray ground.',
  ),
]

export const listings: Listing[] = [
  ...oatsAndGranola,
  ...spreadsAndPreserves,
  ...soupsAndBeans,
  ...oilsAndVinegars,
  ...teaAndCocoa,
]
