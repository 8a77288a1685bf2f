import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import type { Design } from '#lib/local/seed/artwork/design.ts'
import { carton } from '#lib/local/seed/artwork/forms/carton.ts'
import { pouch } from '#lib/local/seed/artwork/forms/pouch.ts'
import { tin } from '#lib/local/seed/artwork/forms/tin.ts'
import { field } from '#lib/local/seed/artwork/labels/field.ts'
import { nut } from '#lib/local/seed/artwork/patterns/botanical.ts'
import { grass } from '#lib/local/seed/artwork/patterns/grass.ts'
import { ripples, tideLines, waves } from '#lib/local/seed/artwork/patterns/water.ts'
import { ellipse, type Shape } from '#lib/local/seed/artwork/shape.ts'
import type { Recipe } from './recipe.ts'

/** A dune under grass: a low hill, then blades in three tones. */
const dune =
  (seed: number, tones: readonly string[]): Design['art'] =>
  ({ width, height }, { second }) => {
    const foot = height - width * 0.12
    const hill: Shape = {
      path: [
        { type: 'M', x: 0, y: foot - width * 0.1 },
        {
          type: 'C',
          x1: width * 0.3,
          y1: foot - width * 0.26,
          x2: width * 0.55,
          y2: foot - width * 0.04,
          x: width,
          y: foot - width * 0.16,
        },
        { type: 'L', x: width, y: height },
        { type: 'L', x: 0, y: height },
        { type: 'Z' },
      ],
      fill: second,
    }
    return [
      hill,
      ...grass({
        width,
        foot: foot + 6,
        height: height * 0.32,
        count: Math.round(width / 7.5),
        colors: tones,
        seed,
        thickness: width * 0.022,
      }),
    ]
  }

const sand = '#e8dbc5'

export const oatsAndGranola: Recipe[] = [
  {
    slug: 'harbor-rolled-oats',
    backdrop: sand,
    layout: field,
    design: {
      lines: ['Harbor', 'Rolled', 'Oats'],
      descriptor: ['Whole oats, rolled thick.', 'Organic. Seven minutes.'],
      palette: { ground: '#f0e2c4', ink: '#20343f', accent: '#20343f', second: '#dcc293' },
      art: dune(11, ['#c3a468', '#7d8a63', '#3d5a55']),
    },
    sizes: [
      { form: carton({ width: 440, height: 660, side: 150, color: '#f0e2c4' }), net: 'NET WT 18 OZ (510 g)' },
      { form: carton({ width: 510, height: 780, side: 175, color: '#f0e2c4' }), net: 'NET WT 32 OZ (907 g)' },
      { form: carton({ width: 660, height: 960, side: 240, color: '#f0e2c4' }), net: 'NET WT 5 LB (2.3 kg)' },
    ],
  },
  {
    slug: 'slow-steel-cut-oats',
    backdrop: '#dfdccb',
    layout: (panel, design, weight) => {
      const inner = { width: 480, height: panel.height }
      const shift = (panel.width - inner.width) / 2
      const printed = field(inner, { ...design, art: () => [] }, weight).slice(2)
      return [
        {
          path: ellipse(panel.width / 2, panel.height / 2, panel.width, panel.height),
          fill: design.palette.ground,
        },
        ...design.art(panel, design.palette),
        ...printed.map(shape => ({
          ...shape,
          path: shape.path.map(c => {
            if (c.type === 'Z') return c
            if (c.type === 'Q') return { ...c, x: c.x + shift, x1: c.x1 + shift }
            if (c.type === 'C') return { ...c, x: c.x + shift, x1: c.x1 + shift, x2: c.x2 + shift }
            return { ...c, x: c.x + shift }
          }),
        })),
      ]
    },
    design: {
      lines: ['Slow', 'Steel-Cut', 'Oats'],
      descriptor: ['Groats cut in three.', 'Organic. Twenty-five minutes.'],
      palette: { ground: '#4d6459', ink: '#f3e9d2', accent: '#f3e9d2', second: '#3f544b' },
      art: ({ width, height }, { second }) => [
        ...tideLines({
          width,
          top: height * 0.6,
          height: height * 0.32,
          count: 9,
          stroke: darken(second, 0.14),
          seed: 5,
          strokeWidth: 5,
        }),
      ],
    },
    sizes: [
      { form: tin({ radius: 205, height: 620, lid: '#c9c3b0' }), net: 'NET WT 24 OZ (680 g)' },
      { form: tin({ radius: 255, height: 760, lid: '#c9c3b0' }), net: 'NET WT 48 OZ (1.36 kg)' },
    ],
  },
  {
    slug: 'tideline-granola',
    backdrop: '#ecdcc6',
    layout: field,
    design: {
      lines: ['Tideline', 'Granola'],
      descriptor: ['Almonds, honey', 'and flaked sea salt.'],
      palette: { ground: '#d98f55', ink: '#2c211b', accent: '#2c211b', second: '#f4dfbf' },
      art: ({ width, height }, { second }) => [
        ...tideLines({
          width,
          top: height * 0.62,
          height: height * 0.3,
          count: 11,
          stroke: second,
          seed: 21,
          strokeWidth: 5,
        }),
        ...nut(width * 0.7, height * 0.66, width * 0.24, 0.56, '#a35a2c', 0.7),
        ...nut(width * 0.42, height * 0.74, width * 0.2, 0.56, '#8d4a24', -0.9),
        ...nut(width * 0.86, height * 0.8, width * 0.19, 0.56, '#b56a37', -0.3),
      ],
    },
    sizes: [
      { form: pouch({ width: 500, height: 740 }), net: 'NET WT 12 OZ (340 g)' },
      { form: pouch({ width: 600, height: 900 }), net: 'NET WT 24 OZ (680 g)' },
    ],
  },
  {
    slug: 'cocoa-buckwheat-granola',
    backdrop: '#dccdbf',
    layout: field,
    design: {
      lines: ['Cocoa &', 'Buckwheat', 'Granola'],
      descriptor: ['With coconut and maple.', 'Vegan, gluten-free.'],
      palette: { ground: '#3f2b26', ink: '#f2ddbe', accent: '#cf7b4c', second: '#6a463a' },
      art: ({ width, height }, { second, accent }) => [
        ...ripples([width * 0.78, height * 0.9], 26, 26, 14, second, 7),
        { path: ellipse(width * 0.78, height * 0.9, 14, 14), fill: accent },
      ],
    },
    sizes: [{ form: pouch({ width: 500, height: 740 }), net: 'NET WT 11 OZ (312 g)' }],
  },
  {
    slug: 'dune-muesli',
    backdrop: '#e2e0cb',
    layout: field,
    design: {
      lines: ['Dune', 'Muesli'],
      descriptor: ['Oats, rye, hazelnuts, apple,', 'sour cherries. Nothing added.'],
      palette: { ground: '#c8cfa9', ink: '#263a30', accent: '#a4382f', second: '#e7dcb4' },
      art: dune(43, ['#8d9c62', '#577553', '#2f4d3f']),
    },
    sizes: [
      { form: pouch({ width: 500, height: 740, paper: true }), net: 'NET WT 16 OZ (454 g)' },
      { form: pouch({ width: 600, height: 900, paper: true }), net: 'NET WT 32 OZ (907 g)' },
    ],
  },
  {
    slug: 'early-boat-porridge',
    backdrop: '#d6d8d6',
    layout: field,
    design: {
      lines: ['Early', 'Boat', 'Porridge'],
      descriptor: ['Eight sachets. Hot water,', 'two minutes, a little nutmeg.'],
      palette: { ground: '#22384a', ink: '#f2e6cd', accent: '#e0a452', second: '#2f4c61' },
      art: ({ width, height }, { second, ink }) => [
        {
          path: ellipse(width * 0.79, height * 0.3, width * 0.085, width * 0.085),
          fill: lighten('#e9d9b4', 0.2),
        },
        ...waves({
          width,
          top: height * 0.73,
          rows: 5,
          step: height * 0.052,
          length: width * 0.24,
          swell: height * 0.038,
          fills: [second, darken(second, 0.2)],
          line: ink,
          lineWidth: 3,
        }),
      ],
    },
    sizes: [
      {
        form: carton({ width: 500, height: 640, side: 150, color: '#22384a' }),
        net: '8 SACHETS · NET WT 12.7 OZ (360 g)',
      },
    ],
  },
]
