import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import type { Design } from '#lib/local/seed/artwork/design.ts'
import { can } from '#lib/local/seed/artwork/forms/can.ts'
import { jar } from '#lib/local/seed/artwork/forms/jar.ts'
import { pouch } from '#lib/local/seed/artwork/forms/pouch.ts'
import { field } from '#lib/local/seed/artwork/labels/field.ts'
import { galley } from '#lib/local/seed/artwork/labels/galley.ts'
import { larder } from '#lib/local/seed/artwork/labels/larder.ts'
import { beans, leaf } from '#lib/local/seed/artwork/patterns/botanical.ts'
import { rope } from '#lib/local/seed/artwork/patterns/rope.ts'
import { waves } from '#lib/local/seed/artwork/patterns/water.ts'
import { placed } from '#lib/local/seed/artwork/shape.ts'
import type { Recipe } from './recipe.ts'

const paper = '#f5ecd8'

/** The band of sea that runs round every can. */
const sea: Design['art'] = ({ width, height }, { accent, ground, second }) =>
  waves({
    width,
    top: height * 0.67,
    rows: 6,
    step: height * 0.046,
    length: width * 0.085,
    swell: height * 0.042,
    fills: [darken(ground, 0.12), accent, darken(ground, 0.12), second],
    line: paper,
    lineWidth: 3.4,
  })

const small = () => can({ radius: 196, height: 540 })

export const soupsAndBeans: Recipe[] = [
  {
    slug: 'white-bean-and-kale-soup',
    backdrop: '#d8dfd2',
    layout: galley,
    design: {
      lines: ['White Bean', '& Kale Soup'],
      descriptor: ['Thick with crushed beans.', 'Vegan.'],
      palette: { ground: '#2f5244', ink: paper, accent: '#7fa07a', second: '#d9c88f' },
      art: sea,
    },
    sizes: [
      { form: small(), net: 'NET WT 15 OZ (425 g)' },
      { form: small(), net: 'NET WT 15 OZ (425 g)', columns: 3, tiers: 2 },
    ],
  },
  {
    slug: 'sweet-corn-chowder',
    backdrop: '#ebe3c9',
    layout: galley,
    design: {
      lines: ['Sweet Corn', 'Chowder'],
      descriptor: ['Potatoes, cream, thyme.'],
      palette: { ground: '#e9c35c', ink: '#22384a', accent: '#3d6178', second: '#22384a' },
      art: sea,
    },
    sizes: [
      { form: small(), net: 'NET WT 15 OZ (425 g)' },
      { form: small(), net: 'NET WT 15 OZ (425 g)', columns: 3, tiers: 2 },
    ],
  },
  {
    slug: 'tomato-and-fennel-soup',
    backdrop: '#e9d9cd',
    layout: galley,
    design: {
      lines: ['Tomato &', 'Fennel Soup'],
      descriptor: ['Organic. A little orange peel.'],
      palette: { ground: '#ad4029', ink: paper, accent: '#dd8a56', second: '#f0cf9f' },
      art: sea,
    },
    sizes: [
      { form: small(), net: 'NET WT 15 OZ (425 g)' },
      { form: small(), net: 'NET WT 15 OZ (425 g)', columns: 3, tiers: 2 },
    ],
  },
  {
    slug: 'boathouse-beans',
    backdrop: '#d5dad9',
    layout: galley,
    design: {
      lines: ['Boathouse', 'Baked Beans'],
      descriptor: ['Mustard, molasses, twelve hours.'],
      palette: { ground: '#213a4d', ink: paper, accent: '#e0a452', second: '#e0a452' },
      art: ({ width, height }, { ground }) => [
        ...rope(0, height * 0.68, width, height * 0.075, '#d9b884', darken(ground, 0.3)),
        ...beans({
          width,
          top: height * 0.735,
          height: height * 0.15,
          size: height * 0.085,
          colors: ['#c98f4e', '#e6c48b', '#a96a35'],
          seed: 9,
        }),
      ],
    },
    sizes: [
      { form: small(), net: 'NET WT 16 OZ (454 g)' },
      { form: can({ radius: 225, height: 660 }), net: 'NET WT 28 OZ (794 g)' },
      { form: small(), net: 'NET WT 16 OZ (454 g)', columns: 4, tiers: 3 },
    ],
  },
  {
    slug: 'jarred-butter-beans',
    backdrop: '#dce0d0',
    layout: larder,
    design: {
      lines: ['Butter', 'Beans'],
      descriptor: ['Cooked in the jar', 'with salt and bay.'],
      palette: { ground: '#3d5a45', ink: '#f6edd8', accent: '#c9cf9a', second: '#3d5a45' },
      art: ({ width, height }, { accent }) => [
        ...placed(leaf(height * 0.52, height * 0.17, accent), width * 0.78, height * 0.93, 1, 0.32),
        ...placed(
          leaf(height * 0.42, height * 0.15, darken(accent, 0.16)),
          width * 0.84,
          height * 0.93,
          1,
          0.95,
        ),
        ...placed(
          leaf(height * 0.38, height * 0.14, lighten(accent, 0.2)),
          width * 0.74,
          height * 0.93,
          1,
          -0.3,
        ),
      ],
    },
    sizes: [false, true].map(three => ({
      form: jar({
        radius: 190,
        height: 690,
        lid: '#3d5a45',
        contents: {
          color: '#d9c79b',
          glow: '#f3e6bd',
          pieces: { kind: 'bean', color: '#eadcb6', count: 150, size: 36 },
        },
        label: { top: -430, bottom: -110, arc: 1.9 },
      }),
      net: 'NET WT 20 OZ (570 g)',
      ...(three ? { columns: 3, tiers: 1 } : {}),
    })),
  },
  {
    slug: 'marfax-beans',
    backdrop: '#e6dcc4',
    layout: field,
    design: {
      lines: ['Dry', 'Marfax', 'Beans'],
      descriptor: ['An old Maine bean.', 'This year’s crop. Organic.'],
      palette: { ground: '#f4ecdc', ink: '#33291c', accent: '#b07d22', second: '#d9a441' },
      art: ({ width, height }, { second }) =>
        beans({
          width,
          top: height * 0.66,
          height: height * 0.3,
          size: width * 0.1,
          colors: ['#b98428', second, '#9a6a1f'],
          seed: 14,
        }),
    },
    sizes: [
      { form: pouch({ width: 480, height: 720, paper: true }), net: 'NET WT 16 OZ (454 g)' },
      { form: pouch({ width: 640, height: 960, paper: true }), net: 'NET WT 4 LB (1.8 kg)' },
    ],
  },
]
