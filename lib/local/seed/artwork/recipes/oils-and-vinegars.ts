import { darken } from '#lib/local/seed/artwork/color.ts'
import type { Design } from '#lib/local/seed/artwork/design.ts'
import { type Bottle, bottle } from '#lib/local/seed/artwork/forms/bottle.ts'
import { carton } from '#lib/local/seed/artwork/forms/carton.ts'
import { tall } from '#lib/local/seed/artwork/labels/tall.ts'
import { kelp } from '#lib/local/seed/artwork/patterns/botanical.ts'
import { tideLines } from '#lib/local/seed/artwork/patterns/water.ts'
import { placed } from '#lib/local/seed/artwork/shape.ts'
import type { Recipe } from './recipe.ts'

const cream = '#f5edda'
const ink = '#26302b'

const tide =
  (seed: number): Design['art'] =>
  ({ width, height }, { second }) =>
    tideLines({
      width,
      top: height * 0.62,
      height: height * 0.22,
      count: 9,
      stroke: second,
      seed,
      strokeWidth: 3,
      swell: height * 0.035,
    })

const wine: Omit<Bottle, 'glass' | 'tint' | 'liquid' | 'glow' | 'cap'> = {
  radius: 150,
  body: 500,
  neck: 640,
  height: 830,
  neckRadius: 42,
  label: { top: -470, bottom: -66, arc: 2 },
}
const squat = {
  ...wine,
  radius: 164,
  body: 390,
  neck: 500,
  height: 650,
  neckRadius: 46,
  label: { top: -365, bottom: -54, arc: 2 },
}
const slim = {
  ...wine,
  radius: 126,
  body: 490,
  neck: 600,
  height: 780,
  neckRadius: 38,
  label: { top: -455, bottom: -70, arc: 2 },
}
const larger = (base: typeof wine, by: number): typeof wine => ({
  ...base,
  radius: base.radius * by,
  body: base.body * by,
  neck: base.neck * by,
  height: base.height * by,
  neckRadius: base.neckRadius * by,
  label: { top: base.label.top * by, bottom: base.label.bottom * by, arc: base.label.arc },
})

const green = { glass: '#2f4a2c', tint: 0.86, liquid: '#6b7a22', glow: '#a9b043' }
const black = { color: '#23262a', height: 104, kind: 'screw' as const }

export const oilsAndVinegars: Recipe[] = [
  {
    slug: 'everyday-olive-oil',
    backdrop: '#e3e2cd',
    layout: tall,
    design: {
      lines: ['Everyday', 'Olive Oil'],
      descriptor: ['Extra virgin.', 'Mild, ripe, for the pan.'],
      palette: { ground: cream, ink, accent: '#5a6b2b', second: '#9aa65a' },
      art: tide(3),
    },
    sizes: [
      { form: bottle({ ...wine, ...green, cap: black }), net: '16.9 FL OZ (500 ml)' },
      {
        form: bottle({ ...larger(wine, 1.13), ...green, cap: { ...black, height: 112 } }),
        net: '25.4 FL OZ (750 ml)',
      },
      {
        form: carton({ width: 430, height: 680, side: 190, color: '#f5edda', cap: '#5a6b2b', metal: true }),
        net: '101 FL OZ (3 L)',
      },
    ],
  },
  {
    slug: 'early-harvest-olive-oil',
    backdrop: '#dbe0c8',
    layout: tall,
    design: {
      lines: ['Early', 'Harvest', 'Olive Oil'],
      descriptor: ['Picked green in', 'October. Organic.'],
      palette: { ground: '#c4d35c', ink: '#1f2a17', accent: '#1f2a17', second: '#8da337' },
      art: tide(17),
    },
    sizes: [
      {
        form: bottle({
          ...squat,
          square: true,
          glass: '#20281c',
          tint: 0.97,
          liquid: '#2f3a17',
          glow: '#5c6b26',
          cap: { color: '#20261b', height: 84, kind: 'capsule' },
        }),
        net: '8.5 FL OZ (250 ml)',
      },
      {
        form: bottle({
          ...larger(squat, 1.22),
          square: true,
          glass: '#20281c',
          tint: 0.97,
          liquid: '#2f3a17',
          glow: '#5c6b26',
          cap: { color: '#20261b', height: 100, kind: 'capsule' },
        }),
        net: '16.9 FL OZ (500 ml)',
      },
    ],
  },
  {
    slug: 'pressed-sunflower-oil',
    backdrop: '#f0e6c8',
    layout: tall,
    design: {
      lines: ['Pressed', 'Sunflower', 'Oil'],
      descriptor: ['Cold-pressed,', 'unrefined. Organic.'],
      palette: { ground: cream, ink, accent: '#d79a1e', second: '#e8bf5c' },
      art: tide(29),
    },
    sizes: [
      {
        form: bottle({
          ...wine,
          glass: '#e9ecdf',
          tint: 0,
          liquid: '#dba622',
          glow: '#ffe07a',
          cap: { color: '#c8c2b2', height: 100, kind: 'screw' },
        }),
        net: '16.9 FL OZ (500 ml)',
      },
    ],
  },
  {
    slug: 'orchard-cider-vinegar',
    backdrop: '#ecdcc8',
    layout: tall,
    design: {
      lines: ['Orchard', 'Cider', 'Vinegar'],
      descriptor: ['Cloudy, a year in', 'oak. Organic.'],
      palette: { ground: cream, ink, accent: '#a9542a', second: '#d69a67' },
      art: tide(41),
    },
    sizes: [
      {
        form: bottle({
          ...squat,
          glass: '#e6e6da',
          tint: 0.04,
          liquid: '#b8741f',
          glow: '#eeb454',
          cap: { color: '#c39a6b', height: 40, kind: 'cork' },
        }),
        net: '12.7 FL OZ (375 ml)',
      },
      {
        form: bottle({
          ...larger(squat, 1.22),
          glass: '#e6e6da',
          tint: 0.04,
          liquid: '#b8741f',
          glow: '#eeb454',
          cap: { color: '#c39a6b', height: 40, kind: 'cork' },
        }),
        net: '25.4 FL OZ (750 ml)',
      },
    ],
  },
  {
    slug: 'red-wine-vinegar',
    backdrop: '#e6d5d1',
    layout: tall,
    design: {
      lines: ['Red', 'Wine', 'Vinegar'],
      descriptor: ['Cabernet Franc,', 'fourteen months.'],
      palette: { ground: cream, ink: '#301a1d', accent: '#6c1f2f', second: '#b8707a' },
      art: tide(57),
    },
    sizes: [
      {
        form: bottle({
          ...slim,
          glass: '#e8e4de',
          tint: 0,
          liquid: '#6e1424',
          glow: '#c93a48',
          cap: { color: '#571a27', height: 150, kind: 'capsule' },
        }),
        net: '12.7 FL OZ (375 ml)',
      },
    ],
  },
  {
    slug: 'kelp-rice-vinegar',
    backdrop: '#d3dfd9',
    layout: tall,
    design: {
      lines: ['Kelp', 'Rice', 'Vinegar'],
      descriptor: ['Brown rice, sugar kelp.', 'Soft and savory.'],
      palette: { ground: '#a9cabb', ink: '#16332f', accent: '#1f4d47', second: '#3f7c6c' },
      art: ({ width, height }, { second }) => [
        ...placed(kelp(height * 0.3, second), width * 0.42, height * 0.9, 1, 0.1),
        ...placed(kelp(height * 0.36, darken(second, 0.2)), width * 0.72, height * 0.92, 1, -0.05),
        ...placed(kelp(height * 0.32, second), width * 0.94, height * 0.9, 1, 0.12),
      ],
    },
    sizes: [
      {
        form: bottle({
          ...slim,
          glass: '#e3ebe4',
          tint: 0,
          liquid: '#cdb862',
          glow: '#f2e6a4',
          cap: { color: '#1f4d47', height: 92, kind: 'screw' },
        }),
        net: '10.1 FL OZ (300 ml)',
      },
    ],
  },
]
