import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import { randomFrom } from '#lib/local/seed/artwork/random.ts'
import { ellipse, polygon, polyline, type Shape, smooth } from '#lib/local/seed/artwork/shape.ts'

/** A leaf from the origin to (0, -length), as a two-sided shape with a vein. */
export function leaf(length: number, width: number, fill: string): Shape[] {
  const half = width / 2
  const tip = { x: 0, y: -length }
  const side = (sign: number, color: string): Shape => ({
    path: [
      { type: 'M', x: 0, y: 0 },
      { type: 'C', x1: sign * half * 1.3, y1: -length * 0.25, x2: sign * half, y2: -length * 0.75, ...tip },
      { type: 'Z' },
    ],
    fill: color,
  })
  return [side(-1, fill), side(1, darken(fill, 0.18))]
}

/** A round fruit with a bloom on its upper left. */
export function berry(x: number, y: number, radius: number, fill: string): Shape[] {
  return [
    { path: ellipse(x, y, radius, radius), fill },
    {
      path: ellipse(x + radius * 0.16, y + radius * 0.2, radius * 0.84, radius * 0.8),
      fill: darken(fill, 0.16),
    },
    { path: ellipse(x - radius * 0.04, y - radius * 0.02, radius * 0.86, radius * 0.84), fill },
    {
      path: ellipse(x - radius * 0.34, y - radius * 0.38, radius * 0.26, radius * 0.18, -0.7),
      fill: lighten(fill, 0.42),
    },
  ]
}

/** The crown a blueberry keeps. */
export function crown(x: number, y: number, radius: number, fill: string): Shape[] {
  const points = Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 === 0 ? radius : radius * 0.45
    return [x + r * Math.cos((i / 10) * Math.PI * 2), y + r * Math.sin((i / 10) * Math.PI * 2) * 0.8] as const
  })
  return [{ path: polygon(points), fill }]
}

/** A slice of citrus: rind, pith and segments. */
export function citrus(x: number, y: number, radius: number, rind: string, flesh: string): Shape[] {
  const count = 10
  const segments = Array.from({ length: count }, (_, index): Shape => {
    const from = (index / count) * Math.PI * 2 + 0.07
    const to = ((index + 1) / count) * Math.PI * 2 - 0.07
    const at = (angle: number, r: number) => [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const
    const arc = Array.from({ length: 7 }, (_, i) => at(from + ((to - from) * i) / 6, radius * 0.8))
    return {
      path: polygon([at((from + to) / 2, radius * 0.1), ...arc]),
      fill: index % 3 === 0 ? lighten(flesh, 0.14) : flesh,
    }
  })
  return [
    { path: ellipse(x, y, radius, radius), fill: rind },
    { path: ellipse(x, y, radius * 0.9, radius * 0.9), fill: lighten(rind, 0.78) },
    ...segments,
  ]
}

/** An almond or a hazelnut seen from the side, with its ridges. */
export function nut(x: number, y: number, length: number, plump: number, fill: string, turn = 0): Shape[] {
  const turned = (px: number, py: number) =>
    [x + px * Math.cos(turn) - py * Math.sin(turn), y + px * Math.sin(turn) + py * Math.cos(turn)] as const
  const outline = Array.from({ length: 40 }, (_, i) => {
    const angle = (i / 40) * Math.PI * 2
    const taper = 1 - 0.34 * Math.max(0, -Math.sin(angle)) ** 2
    return turned((Math.cos(angle) * length * plump * taper) / 2, (Math.sin(angle) * length) / 2)
  })
  const ridges = [-0.5, -0.18, 0.14, 0.46].map(
    (part): Shape => ({
      path: smooth([
        turned(part * length * plump * 0.45, -length * 0.34),
        turned(part * length * plump * 0.82, 0),
        turned(part * length * plump * 0.6, length * 0.36),
      ]),
      stroke: darken(fill, 0.3),
      strokeWidth: Math.max(1.5, length * 0.022),
      opacity: 0.7,
    }),
  )
  return [{ path: polygon(outline), fill }, ...ridges]
}

/** A kidney-shaped bean. */
export function bean(x: number, y: number, length: number, fill: string, turn: number): Shape[] {
  const turned = (px: number, py: number) =>
    [x + px * Math.cos(turn) - py * Math.sin(turn), y + px * Math.sin(turn) + py * Math.cos(turn)] as const
  const outline = Array.from({ length: 36 }, (_, i) => {
    const angle = (i / 36) * Math.PI * 2
    const px = (Math.cos(angle) * length) / 2
    const dent = Math.sin(angle) > 0 ? 0.2 * length * Math.exp(-((px / (length * 0.2)) ** 2)) : 0
    return turned(px, Math.sin(angle) * length * 0.31 - dent)
  })
  return [
    { path: polygon(outline), fill },
    {
      path: smooth([
        turned(-length * 0.3, -length * 0.1),
        turned(0, -length * 0.2),
        turned(length * 0.26, -length * 0.13),
      ]),
      stroke: lighten(fill, 0.45),
      strokeWidth: length * 0.05,
      opacity: 0.8,
    },
  ]
}

/** Beans strewn in offset rows over a strip. */
export function beans(area: {
  width: number
  top: number
  height: number
  size: number
  colors: readonly string[]
  seed: number
}): Shape[] {
  const random = randomFrom(area.seed)
  const result: Shape[] = []
  const stepX = area.size * 1.22
  const stepY = area.size * 0.86
  for (let row = 0; row * stepY < area.height; row++)
    for (let x = row % 2 === 0 ? 0 : stepX / 2; x < area.width + stepX; x += stepX)
      result.push(
        ...bean(
          x,
          area.top + row * stepY + area.size / 2,
          area.size * 0.94,
          area.colors[Math.floor(random() * area.colors.length)] ?? '#000000',
          random() * 2.6 - 1.3,
        ),
      )
  return result
}

/** A frond of kelp rising from (0, 0): a wavy stalk with blades to both sides. */
export function kelp(height: number, fill: string): Shape[] {
  const sway = (part: number) => Math.sin(part * 5) * height * 0.05
  const stalk: Shape = {
    path: smooth(Array.from({ length: 9 }, (_, i) => [sway(i / 8), (-height * i) / 8] as const)),
    stroke: fill,
    strokeWidth: height * 0.018,
  }
  const blades = Array.from({ length: 9 }, (_, i): Shape => {
    const part = 0.14 + i * 0.1
    const side = i % 2 === 0 ? -1 : 1
    const [x, y] = [sway(part), -height * part]
    const long = height * 0.3 * (1.1 - part * 0.5)
    return {
      path: [
        { type: 'M', x, y },
        {
          type: 'C',
          x1: x + side * long * 0.2,
          y1: y - long * 0.42,
          x2: x + side * long * 0.6,
          y2: y - long * 0.75,
          x: x + side * long * 0.62,
          y: y - long,
        },
        {
          type: 'C',
          x1: x + side * long * 0.75,
          y1: y - long * 0.5,
          x2: x + side * long * 0.4,
          y2: y - long * 0.1,
          x,
          y,
        },
        { type: 'Z' },
      ],
      fill: i % 3 === 0 ? lighten(fill, 0.18) : fill,
    }
  })
  return [stalk, ...blades]
}

/** A stem of rosehips, bending to the right. */
export function hips(height: number, fruit: string, stem: string): Shape[] {
  const end: readonly [number, number] = [height * 0.34, -height * 0.86]
  return [
    {
      path: smooth([[0, 0], [height * 0.03, -height * 0.5], end]),
      stroke: stem,
      strokeWidth: height * 0.022,
    },
    {
      path: smooth([
        [height * 0.02, -height * 0.38],
        [-height * 0.1, -height * 0.6],
        [-height * 0.16, -height * 0.68],
      ]),
      stroke: stem,
      strokeWidth: height * 0.018,
    },
    ...berry(end[0], end[1], height * 0.13, fruit),
    ...crown(end[0] + height * 0.03, end[1] - height * 0.13, height * 0.06, stem),
    ...berry(-height * 0.18, -height * 0.72, height * 0.1, fruit),
    ...crown(-height * 0.2, -height * 0.83, height * 0.045, stem),
    {
      path: polyline([
        [0, 0],
        [0, 0.1],
      ]),
      stroke: stem,
      strokeWidth: 1,
    },
  ]
}
