import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import type { Design } from '#lib/local/seed/artwork/design.ts'
import { type Contents, jar } from '#lib/local/seed/artwork/forms/jar.ts'
import { larder } from '#lib/local/seed/artwork/labels/larder.ts'
import { berry, citrus, crown, leaf, nut } from '#lib/local/seed/artwork/patterns/botanical.ts'
import { rope } from '#lib/local/seed/artwork/patterns/rope.ts'
import { placed, polygon, type Shape } from '#lib/local/seed/artwork/shape.ts'
import type { Recipe, SizeShown } from './recipe.ts'

const cream = '#f6edda'
const ink = '#2a2320'

function jars(
  lid: string,
  contents: Contents,
  sizes: readonly (readonly [net: string, scale: number])[],
): SizeShown[] {
  return sizes.map(([net, scale]) => {
    const radius = 205 * scale
    const height = (470 + 40 * (1 - scale)) * scale ** 0.9 + 90
    const top = -height + 186
    return {
      net,
      form: jar({ radius, height, lid, contents, label: { top, bottom: -46, arc: 2.05 } }),
    }
  })
}

const plums: Design['art'] = ({ width, height }, { accent }) => [
  ...placed(leaf(height * 0.34, height * 0.17, '#6d7f4d'), width * 0.76, height * 0.56, 1, 0.5),
  ...placed(leaf(height * 0.26, height * 0.13, '#55693f'), width * 0.8, height * 0.52, 1, -0.5),
  ...berry(width * 0.94, height * 0.64, height * 0.15, accent),
  ...berry(width * 0.76, height * 0.72, height * 0.14, darken(accent, 0.16)),
  ...berry(width * 0.88, height * 0.88, height * 0.16, lighten(accent, 0.08)),
]

const blueberries: Design['art'] = ({ width, height }, { accent }) =>
  [
    [0.82, 0.52, 0.08],
    [0.94, 0.6, 0.1],
    [0.76, 0.7, 0.1],
    [0.89, 0.77, 0.11],
    [0.99, 0.86, 0.1],
    [0.71, 0.87, 0.09],
    [0.83, 0.93, 0.1],
  ].flatMap(([x = 0, y = 0, r = 0], index) => [
    ...berry(width * x, height * y, height * r, index % 2 ? accent : darken(accent, 0.2)),
    ...crown(
      width * x + height * r * 0.1,
      height * y - height * r * 0.1,
      height * r * 0.36,
      darken(accent, 0.5),
    ),
  ])

const comb: Design['art'] = ({ width, height }, { accent }) => {
  const size = height * 0.1
  const cells: Shape[] = []
  for (let row = 0; row < 7; row++)
    for (let column = 0; column < 4; column++) {
      const x = width * 0.98 - column * size * 1.74 + (row % 2) * size * 0.87
      const y = height * 0.42 + row * size * 1.5
      if (x < width * 0.66 + Math.max(0, 4 - row) * size * 0.6) continue
      const points = Array.from({ length: 6 }, (_, i) => {
        const angle = (i / 6) * Math.PI * 2 + Math.PI / 6
        return [x + size * 0.9 * Math.cos(angle), y + size * 0.9 * Math.sin(angle)] as const
      })
      cells.push({
        path: polygon(points),
        fill: (row * 3 + column) % 4 === 0 ? lighten(accent, 0.35) : accent,
      })
    }
  return cells
}

export const spreadsAndPreserves: Recipe[] = [
  {
    slug: 'beach-plum-jam',
    backdrop: '#ecd9d0',
    layout: larder,
    design: {
      lines: ['Beach', 'Plum', 'Jam'],
      descriptor: ['Wild fruit, cane sugar,', 'lemon. Soft set.'],
      palette: { ground: cream, ink, accent: '#8c2440', second: cream },
      art: plums,
    },
    sizes: jars(
      '#23384a',
      { color: '#6d1228', glow: '#c83a4c', pieces: { kind: 'round', color: '#56091d', count: 46, size: 24 } },
      [
        ['NET WT 8 OZ (227 g)', 0.92],
        ['NET WT 12 OZ (340 g)', 1.06],
      ],
    ),
  },
  {
    slug: 'wild-blueberry-preserve',
    backdrop: '#dfdce4',
    layout: larder,
    design: {
      lines: ['Wild', 'Blueberry', 'Preserve'],
      descriptor: ['Maine berries, left', 'whole. Organic.'],
      palette: { ground: cream, ink, accent: '#34466f', second: cream },
      art: blueberries,
    },
    sizes: jars(
      '#c6bfae',
      {
        color: '#231a3d',
        glow: '#6a3f86',
        pieces: { kind: 'round', color: '#2b2a56', count: 110, size: 15 },
      },
      [
        ['NET WT 8 OZ (227 g)', 0.92],
        ['NET WT 12 OZ (340 g)', 1.06],
        ['NET WT 28 OZ (794 g)', 1.3],
      ],
    ),
  },
  {
    slug: 'thick-cut-marmalade',
    backdrop: '#f0dfc2',
    layout: larder,
    design: {
      lines: ['Thick-Cut', 'Marmalade'],
      descriptor: ['Bitter orange and', 'pink grapefruit.'],
      palette: { ground: cream, ink, accent: '#d0671d', second: cream },
      art: ({ width, height }, { accent }) => [
        ...citrus(width * 0.9, height * 0.76, height * 0.3, accent, '#ec9a3c'),
        ...citrus(width * 0.66, height * 0.96, height * 0.17, '#d9604f', '#ee8f7c'),
      ],
    },
    sizes: jars(
      '#b98a4a',
      { color: '#cf6a10', glow: '#ffb94a', pieces: { kind: 'shred', color: '#f0a13a', count: 90, size: 24 } },
      [['NET WT 12 OZ (340 g)', 1]],
    ),
  },
  {
    slug: 'salted-almond-butter',
    backdrop: '#e7d9c7',
    layout: larder,
    design: {
      lines: ['Salted', 'Almond', 'Butter'],
      descriptor: ['Roasted almonds,', 'sea salt. That is all.'],
      palette: { ground: cream, ink, accent: '#a2612f', second: '#e6cfa8' },
      art: ({ width, height }, { accent, second }) => [
        ...nut(width * 0.86, height * 0.5, height * 0.36, 0.56, accent, 0.5),
        ...nut(width * 0.76, height * 0.68, height * 0.32, 0.56, darken(accent, 0.15), -0.7),
        ...nut(width * 0.97, height * 0.68, height * 0.32, 0.56, lighten(accent, 0.12), -0.2),
        ...rope(0, height * 0.978, width, height * 0.05, second, accent),
      ],
    },
    sizes: jars(
      '#ded5c2',
      { color: '#b98552', glow: '#dcae78', pieces: { kind: 'round', color: '#a9743f', count: 40, size: 6 } },
      [
        ['NET WT 12 OZ (340 g)', 1],
        ['NET WT 26 OZ (737 g)', 1.24],
      ],
    ),
  },
  {
    slug: 'night-hazelnut-spread',
    backdrop: '#d9d3ce',
    layout: larder,
    design: {
      lines: ['Night', 'Hazelnut', 'Spread'],
      descriptor: ['Half hazelnuts, dark', 'cocoa. No dairy.'],
      palette: { ground: '#22303d', ink: '#f3e4c8', accent: '#c07a48', second: '#22303d' },
      art: ({ width, height }, { accent }) => [
        ...nut(width * 0.9, height * 0.62, height * 0.3, 0.92, accent, 0.25),
        ...nut(width * 0.74, height * 0.8, height * 0.26, 0.92, darken(accent, 0.2), -0.5),
        ...nut(width * 0.95, height * 0.89, height * 0.24, 0.92, lighten(accent, 0.15), 0.6),
      ],
    },
    sizes: jars('#b8734a', { color: '#2c1a14', glow: '#5e3a2a' }, [['NET WT 10 OZ (283 g)', 0.98]]),
  },
  {
    slug: 'salt-marsh-honey',
    backdrop: '#efe2c4',
    layout: larder,
    design: {
      lines: ['Salt', 'Marsh', 'Honey'],
      descriptor: ['Sea lavender and', 'goldenrod. Raw.'],
      palette: { ground: cream, ink, accent: '#d99a2b', second: cream },
      art: comb,
    },
    sizes: jars('#b9975a', { color: '#d18a16', glow: '#ffd067' }, [
      ['NET WT 12 OZ (340 g)', 1],
      ['NET WT 2 LB (907 g)', 1.28],
    ]),
  },
]
