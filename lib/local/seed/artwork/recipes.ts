import { oatsAndGranola } from './recipes/oats-and-granola.ts'
import { oilsAndVinegars } from './recipes/oils-and-vinegars.ts'
import type { Recipe } from './recipes/recipe.ts'
import { soupsAndBeans } from './recipes/soups-and-beans.ts'
import { spreadsAndPreserves } from './recipes/spreads-and-preserves.ts'
import { teaAndCocoa } from './recipes/tea-and-cocoa.ts'

/** One recipe per product of the catalogue. */
export const recipes: readonly Recipe[] = [
  ...oatsAndGranola,
  ...spreadsAndPreserves,
  ...soupsAndBeans,
  ...oilsAndVinegars,
  ...teaAndCocoa,
]
