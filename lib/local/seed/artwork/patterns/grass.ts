import { randomFrom } from '#lib/local/seed/artwork/random.ts'
import type { Shape } from '#lib/local/seed/artwork/shape.ts'

export type Grass = {
  width: number
  /** Where the blades are rooted. */
  foot: number
  height: number
  count: number
  colors: readonly string[]
  seed: number
  /** How far the wind bends a blade, as a part of its height. */
  wind?: number
  thickness?: number
}

/** One tapered blade rooted at (x, y). */
export function blade(
  x: number,
  y: number,
  height: number,
  lean: number,
  thick: number,
  fill: string,
): Shape {
  const half = thick / 2
  const tip = { x: x + lean, y: y - height }
  return {
    fill,
    path: [
      { type: 'M', x: x - half, y },
      { type: 'C', x1: x - half, y1: y - height * 0.45, x2: x + lean * 0.25, y2: y - height * 0.85, ...tip },
      {
        type: 'C',
        x1: x + lean * 0.3 + half,
        y1: y - height * 0.78,
        x2: x + half * 1.4,
        y2: y - height * 0.4,
        x: x + half,
        y,
      },
      { type: 'Z' },
    ],
  }
}

/** A stand of marram grass in the wind, the darker blades behind. */
export function grass({
  width,
  foot,
  height,
  count,
  colors,
  seed,
  wind = 0.34,
  thickness = 9,
}: Grass): Shape[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const layer = Math.floor((index / count) * colors.length)
    const tall = height * (0.45 + 0.55 * random()) * (1 - layer * 0.1)
    const x = width * (-0.08 + 1.12 * random())
    const lean = tall * (wind * (0.3 + 1.1 * random()) - 0.06)
    return blade(x, foot, tall, lean, thickness * (0.6 + 0.7 * random()), colors[layer] ?? '#000000')
  })
}
