import { expect, test } from 'vitest'
import { Defs } from '#lib/local/seed/artwork/defs.ts'
import { groupPictures } from '#lib/local/seed/artwork/groups.ts'
import { packOf, productPictures } from '#lib/local/seed/artwork/pictures.ts'
import { recipes } from '#lib/local/seed/artwork/recipes.ts'
import { categories, listings } from '#lib/local/seed/catalogue.ts'

const pictures = [...groupPictures(), ...productPictures()]

test('every image of the catalogue is drawn, in the three widths that pages ask for', () => {
  const images = [
    ...listings.flatMap(listing => listing.images),
    ...categories.map(category => category.image),
  ]
  for (const image of images) {
    const picture = pictures.find(candidate => `/art/${candidate.name}` === image.src)
    expect(picture?.widths, image.src).toEqual([400, 800, 1200])
  }
})

test('a product is drawn in as many sizes as it is sold in', () => {
  for (const listing of listings)
    expect(recipes.find(recipe => recipe.slug === listing.slug)?.sizes).toHaveLength(listing.variants.length)
})

test('pictures need no font and no file from elsewhere', () => {
  for (const { name, layers } of pictures) {
    const odd = (layers.ground + layers.packs).match(/<text|font-family|<image|NaN|undefined/)
    expect(odd?.[0], name).toBeUndefined()
  }
})

test('a pack comes out the same each time, so that set-up can leave its pictures alone', () => {
  for (const recipe of recipes.filter((_, index) => index % 5 === 0)) {
    const [size] = recipe.sizes
    if (!size) throw new Error(`${recipe.slug} has no size`)
    const draw = () => packOf(recipe, size, new Defs()).svg
    const first = draw()
    expect(draw() === first, recipe.slug).toBe(true)
  }
})
