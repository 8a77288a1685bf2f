import type { Defs } from './defs.ts'
import { grass } from './patterns/grass.ts'
import { type Picture, packOf } from './pictures.ts'
import { recipes } from './recipes.ts'
import { layersOf, type Placement } from './scene.ts'
import { drawn } from './shape.ts'

/** One pack of a group: the product, which of its sizes, its height in the picture, and where its foot is. */
type Member = readonly [slug: string, height: number, x: number, y: number, size?: number]

function members(list: readonly Member[], defs: Defs): Placement[] {
  return list.map(([slug, height, x, y, size = 0]) => {
    const recipe = recipes.find(candidate => candidate.slug === slug)
    const shown = recipe?.sizes[size]
    if (!recipe || !shown) throw new RangeError(`no pack of ${slug}`)
    const pack = packOf(recipe, shown, defs)
    return { pack, x, y, scale: height / pack.height }
  })
}

const shelves: Record<string, { backdrop: string; packs: readonly Member[] }> = {
  'oats-and-granola': {
    backdrop: '#e8dbc5',
    packs: [
      ['harbor-rolled-oats', 610, 310, 850],
      ['slow-steel-cut-oats', 540, 760, 840],
      ['tideline-granola', 560, 1090, 880],
      ['dune-muesli', 540, 1410, 920],
      ['cocoa-buckwheat-granola', 470, 560, 950],
    ],
  },
  'spreads-and-preserves': {
    backdrop: '#ecd9d0',
    packs: [
      ['salted-almond-butter', 480, 250, 850],
      ['wild-blueberry-preserve', 470, 640, 840],
      ['salt-marsh-honey', 470, 1000, 840],
      ['night-hazelnut-spread', 460, 1370, 860],
      ['thick-cut-marmalade', 440, 470, 940],
      ['beach-plum-jam', 440, 1180, 945],
    ],
  },
  'soups-and-beans': {
    backdrop: '#d8dfd2',
    packs: [
      ['jarred-butter-beans', 620, 330, 840],
      ['marfax-beans', 620, 1330, 850],
      ['boathouse-beans', 500, 700, 840],
      ['sweet-corn-chowder', 470, 1050, 900],
      ['white-bean-and-kale-soup', 470, 520, 940],
      ['tomato-and-fennel-soup', 470, 850, 960],
    ],
  },
  'oils-and-vinegars': {
    backdrop: '#e3e2cd',
    packs: [
      ['everyday-olive-oil', 720, 250, 880],
      ['early-harvest-olive-oil', 590, 510, 920],
      ['pressed-sunflower-oil', 720, 760, 880],
      ['orchard-cider-vinegar', 590, 1010, 925],
      ['red-wine-vinegar', 680, 1230, 890],
      ['kelp-rice-vinegar', 640, 1420, 930],
    ],
  },
  'tea-and-cocoa': {
    backdrop: '#d5dce1',
    packs: [
      ['driftwood-smoked-tea', 590, 800, 820],
      ['fog-watch-tea', 440, 270, 830],
      ['rosehip-and-mint', 460, 1340, 835],
      ['green-cove-tea', 400, 610, 945],
      ['sea-salt-drinking-cocoa', 420, 985, 945],
    ],
  },
}

const heroPacks: readonly Member[] = [
  ['everyday-olive-oil', 720, 430, 860],
  ['harbor-rolled-oats', 590, 770, 850],
  ['slow-steel-cut-oats', 480, 1425, 845],
  ['tideline-granola', 550, 1120, 880],
  ['wild-blueberry-preserve', 300, 640, 945],
  ['tomato-and-fennel-soup', 330, 890, 955],
  ['salt-marsh-honey', 280, 1300, 950],
]

function meadow(width: number, height: number, count: number, reach: number, seed: number): string {
  const blades = grass({
    width,
    foot: height + 20,
    height: reach,
    count,
    colors: ['#8f9d72', '#5c7560', '#2f4f4b', '#20383d'],
    seed,
    wind: 0.42,
    thickness: 13,
  })
  return drawn(blades)
}

/** The home page's picture, the categories' and the one for links shared elsewhere. */
export function groupPictures(): Picture[] {
  const wide = { width: 1600, height: 1000, horizon: 660 }
  const categories = Object.entries(shelves).map(([slug, shelf]) => ({
    name: `category-${slug}`,
    layers: layersOf({ ...wide, backdrop: shelf.backdrop, place: defs => members(shelf.packs, defs) }),
    widths: [400, 800, 1200],
  }))
  const hero = {
    ...wide,
    backdrop: '#d9dcd2',
    place: (defs: Defs) => members(heroPacks, defs),
    front: () => `<g>${meadow(500, 1000, 60, 380, 5)}</g>`,
  }
  return [
    ...categories,
    { name: 'hero', layers: layersOf(hero), widths: [400, 800, 1200, 1600] },
    { name: 'og', layers: layersOf({ ...hero, crop: [0, 140, 1600, 840] }), widths: [1200] },
  ]
}
