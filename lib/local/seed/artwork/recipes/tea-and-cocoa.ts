import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import { carton } from '#lib/local/seed/artwork/forms/carton.ts'
import { tin } from '#lib/local/seed/artwork/forms/tin.ts'
import { plate } from '#lib/local/seed/artwork/labels/plate.ts'
import { hips } from '#lib/local/seed/artwork/patterns/botanical.ts'
import { grain } from '#lib/local/seed/artwork/patterns/rope.ts'
import { mist, ripples, waves } from '#lib/local/seed/artwork/patterns/water.ts'
import { placed, rectangle } from '#lib/local/seed/artwork/shape.ts'
import type { Recipe } from './recipe.ts'

const cream = '#f5ecd9'

export const teaAndCocoa: Recipe[] = [
  {
    slug: 'fog-watch-tea',
    backdrop: '#d5dce1',
    layout: plate,
    design: {
      lines: ['Fog Watch', 'Breakfast', 'Tea'],
      descriptor: ['Assam, Kenya, Ceylon.', 'Strong enough to see by.'],
      palette: { ground: '#6d8797', ink: '#1f2f3a', accent: '#b5502f', second: cream },
      art: ({ width, height }, { ground }) =>
        mist({ width, top: 20, height: height - 40, rows: 9, fill: lighten(ground, 0.32), seed: 6 }),
    },
    sizes: [
      {
        form: carton({ width: 540, height: 540, side: 190, color: '#6d8797' }),
        net: '40 BAGS · 4.4 OZ (125 g)',
      },
      {
        form: carton({ width: 620, height: 660, side: 240, color: '#6d8797' }),
        net: '80 BAGS · 8.8 OZ (250 g)',
      },
    ],
  },
  {
    slug: 'driftwood-smoked-tea',
    backdrop: '#d8d4cf',
    layout: plate,
    design: {
      lines: ['Driftwood', 'Smoked', 'Tea'],
      descriptor: ['Whole black leaf,', 'dried over pine.'],
      palette: { ground: '#2d2f33', ink: '#26221f', accent: '#b3703f', second: cream },
      art: ({ width, height }, { accent }) =>
        grain({ width, height, count: 30, stroke: accent, knot: [width * 0.7, height * 0.78] }),
    },
    sizes: [
      { form: tin({ radius: 200, height: 560, lid: '#3a3c40' }), net: 'NET WT 3 OZ (85 g)' },
      { form: tin({ radius: 245, height: 700, lid: '#3a3c40' }), net: 'NET WT 8 OZ (227 g)' },
    ],
  },
  {
    slug: 'green-cove-tea',
    backdrop: '#d2ded6',
    layout: plate,
    design: {
      lines: ['Green', 'Cove', 'Tea'],
      descriptor: ['First-flush sencha.', 'Organic.'],
      palette: { ground: '#5f8f7c', ink: '#17332c', accent: '#2f6a58', second: cream },
      art: ({ width, height }, { ground }) =>
        ripples([width * 0.5, height * 0.98], 30, 30, 24, lighten(ground, 0.34), 6),
    },
    sizes: [{ form: tin({ radius: 200, height: 500, lid: '#d3cdb8' }), net: 'NET WT 2.5 OZ (70 g)' }],
  },
  {
    slug: 'rosehip-and-mint',
    backdrop: '#ecd8d4',
    layout: plate,
    design: {
      lines: ['Rosehip', '& Mint'],
      descriptor: ['Tart, then cool.', 'No caffeine.'],
      palette: { ground: '#d99a90', ink: '#3a1f22', accent: '#a3352f', second: cream },
      art: ({ width, height }, { accent }) =>
        [0.04, 0.2, 0.38, 0.58, 0.76, 0.93].flatMap((x, index) => [
          ...placed(
            hips(height * 0.3, accent, '#5d6a45'),
            width * x,
            height * (index % 2 ? 0.3 : 0.24),
            1,
            index % 2 ? -0.2 : 0.15,
          ),
          ...placed(
            hips(height * 0.3, accent, '#5d6a45'),
            width * (x + 0.06),
            height * (index % 2 ? 0.99 : 1.04),
            1,
            index % 2 ? 0.2 : -0.1,
          ),
          ...placed(
            hips(height * 0.26, darken(accent, 0.12), '#5d6a45'),
            width * (x - 0.04),
            height * 0.66,
            1,
            0.3,
          ),
        ]),
    },
    sizes: [
      {
        form: carton({ width: 520, height: 560, side: 180, color: '#d99a90' }),
        net: '15 BAGS · 1.1 OZ (30 g)',
      },
      {
        form: carton({ width: 600, height: 690, side: 230, color: '#d99a90' }),
        net: '45 BAGS · 3.2 OZ (90 g)',
      },
    ],
  },
  {
    slug: 'sea-salt-drinking-cocoa',
    backdrop: '#e2d3c5',
    layout: plate,
    design: {
      lines: ['Sea Salt', 'Drinking', 'Cocoa'],
      descriptor: ['Shaved dark chocolate.', '62% cocoa.'],
      palette: { ground: '#4a2d24', ink: '#3a231c', accent: '#b8734a', second: cream },
      art: ({ width, height }, { ground, accent }) =>
        waves({
          width,
          top: 30,
          rows: 16,
          step: height * 0.066,
          length: width * 0.075,
          swell: height * 0.04,
          fills: [ground, darken(ground, 0.22)],
          line: accent,
          lineWidth: 2.6,
        }),
    },
    sizes: [
      { form: tin({ radius: 205, height: 540, lid: '#b8734a' }), net: 'NET WT 9 OZ (255 g)' },
      { form: tin({ radius: 250, height: 670, lid: '#b8734a' }), net: 'NET WT 18 OZ (510 g)' },
    ],
  },
  {
    slug: 'plain-dark-cocoa',
    backdrop: '#e4d6c4',
    layout: plate,
    design: {
      lines: ['Plain', 'Dark', 'Cocoa'],
      descriptor: ['Dutch process,', 'for baking. Organic.'],
      palette: { ground: '#b98d62', ink: '#2f1d16', accent: '#5a3324', second: cream },
      art: ({ width, height }, { accent }) => [
        { path: rectangle(0, height * 0.42, width, height * 0.58), fill: accent },
        { path: rectangle(0, height * 0.4, width, height * 0.008), fill: accent },
      ],
    },
    sizes: [
      { form: carton({ width: 450, height: 620, side: 150, color: '#b98d62' }), net: 'NET WT 8 OZ (227 g)' },
    ],
  },
]
