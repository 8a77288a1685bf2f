import { Defs } from './defs.ts'
import type { Pack } from './forms/form.ts'
import { side as sidePanel } from './labels/side.ts'
import type { Recipe, SizeShown } from './recipes/recipe.ts'
import { recipes } from './recipes.ts'
import { type Layers, layersOf, type Placement, type Scene } from './scene.ts'

/** A picture to make: its file name without width and ending, its SVG, and the widths it comes in. */
export type Picture = { name: string; layers: Layers; widths: readonly number[] }

const productWidths = [400, 800, 1200] as const
const side = 1200
const table = { x: side / 2, y: 1040, horizon: 800 }

/** A pack of one size, its label printed. */
export function packOf(recipe: Recipe, size: SizeShown, defs: Defs): Pack {
  return size.form(defs, (panel, face) =>
    face === 'side' ? sidePanel(panel, recipe.design) : recipe.layout(panel, recipe.design, size.net),
  )
}

/** One size as a single pack or as a stacked case, the lowest row first; `at` is the middle of its foot. */
function stacked(
  recipe: Recipe,
  size: SizeShown,
  defs: Defs,
  at: { x: number; y: number; scale: number },
): Placement[] {
  const columns = size.columns ?? 1
  const pack = packOf(recipe, size, defs)
  return Array.from({ length: columns * (size.tiers ?? 1) }, (_, index) => {
    const tier = Math.floor(index / columns)
    const column = index % columns
    return {
      pack,
      scale: at.scale,
      x: at.x + (column - (columns - 1) / 2) * pack.width * at.scale * 1.015,
      y: at.y - tier * (pack.height - pack.foot.depth * 0.34) * at.scale,
      raised: tier > 0,
    }
  })
}

function extent(recipe: Recipe, size: SizeShown) {
  const pack = packOf(recipe, size, new Defs())
  return { width: pack.width * (size.columns ?? 1) * 1.015, height: pack.height * (size.tiers ?? 1) }
}

function single(recipe: Recipe, size: SizeShown, defs: Defs): Placement {
  const pack = packOf(recipe, size, defs)
  return {
    pack,
    x: table.x,
    y: table.y,
    scale: Math.min(
      Math.max(850, Math.min(950, (pack.height / pack.width) * 380)) / pack.height,
      720 / pack.width,
    ),
  }
}

function square(recipe: Recipe, place: Scene['place']): Scene {
  return { width: side, height: side, backdrop: recipe.backdrop, horizon: table.horizon, place }
}

function front(recipe: Recipe, size: SizeShown): Scene {
  return square(recipe, defs => [single(recipe, size, defs)])
}

/** Near enough to read the small print, a little off the middle so that the pack's edge is seen. */
function closeUp(recipe: Recipe, size: SizeShown): Scene {
  const { pack, x, y, scale } = single(recipe, size, new Defs())
  const view = pack.face.width * scale * 1.04
  const left = x + pack.face.x * scale - view * 0.52
  return { ...front(recipe, size), crop: [left, y + pack.face.y * scale - view * 0.56, view, view] }
}

function lineUp(recipe: Recipe): Scene {
  return square(recipe, defs => {
    const sizes = recipe.sizes.toReversed()
    const boxes = sizes.map(size => extent(recipe, size))
    const gap = 44
    const total = boxes.reduce((sum, box) => sum + box.width, 0)
    const tallest = Math.max(...boxes.map(box => box.height))
    const scale = Math.min((1040 - gap * (sizes.length - 1)) / total, 800 / tallest)
    const foot = Math.max(900, Math.min(1000, 620 + (tallest * scale) / 2))
    let x = (side - total * scale - gap * (sizes.length - 1)) / 2
    return sizes.flatMap((size, index) => {
      const width = (boxes[index]?.width ?? 0) * scale
      const middle = x + width / 2
      x += width + gap
      return stacked(recipe, size, defs, { x: middle, y: foot, scale })
    })
  })
}

/** Every picture of every product: front, label close up, and the sizes side by side where there are several. */
export function productPictures(): Picture[] {
  return recipes.flatMap(recipe => {
    const first = recipe.sizes[0]
    if (!first) return []
    const pictures = [
      { name: recipe.slug, scene: front(recipe, first) },
      { name: `${recipe.slug}-label`, scene: closeUp(recipe, first) },
    ]
    if (recipe.sizes.length > 1) pictures.push({ name: `${recipe.slug}-sizes`, scene: lineUp(recipe) })
    return pictures.map(({ name, scene }) => ({ name, layers: layersOf(scene), widths: productWidths }))
  })
}
