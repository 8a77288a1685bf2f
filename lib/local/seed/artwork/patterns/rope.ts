import type { Shape } from '#lib/local/seed/artwork/shape.ts'

/** A twisted rope laid straight across: slanted strands, each overlapping the next. */
export function rope(
  x: number,
  y: number,
  length: number,
  thick: number,
  fill: string,
  line: string,
): Shape[] {
  const step = thick * 0.62
  return Array.from({ length: Math.ceil(length / step) + 1 }, (_, index): Shape => {
    const at = x + index * step
    const half = thick / 2
    return {
      path: [
        { type: 'M', x: at - step * 0.9, y: y + half },
        {
          type: 'C',
          x1: at - step * 1.1,
          y1: y + half * 0.1,
          x2: at + step * 0.1,
          y2: y - half * 0.9,
          x: at + step * 0.9,
          y: y - half,
        },
        {
          type: 'C',
          x1: at + step * 1.9,
          y1: y - half * 0.6,
          x2: at + step * 0.9,
          y2: y + half * 0.6,
          x: at - step * 0.9,
          y: y + half,
        },
        { type: 'Z' },
      ],
      fill,
      stroke: line,
      strokeWidth: Math.max(1.5, thick * 0.06),
    }
  })
}

/** Wood grain: long lines that part around a knot. */
export function grain(area: {
  width: number
  height: number
  count: number
  stroke: string
  knot: readonly [number, number]
}): Shape[] {
  const [kx, ky] = area.knot
  return Array.from({ length: area.count }, (_, row): Shape => {
    const y = (row / (area.count - 1)) * area.height
    const side = y < ky ? -1 : 1
    const bend = (x: number) =>
      side * 46 * Math.exp(-(((x - kx) / 90) ** 2)) * Math.exp(-Math.abs(y - ky) / 120)
    const points = Array.from({ length: 25 }, (_, i) => (i / 24) * area.width)
    return {
      path: points.map((x, index) => ({
        type: index === 0 ? ('M' as const) : ('L' as const),
        x,
        y: y + bend(x) + Math.sin(x / 130 + row * 0.35) * 5,
      })),
      stroke: area.stroke,
      strokeWidth: row % 4 === 0 ? 3.2 : 1.6,
      opacity: row % 3 === 0 ? 0.9 : 0.55,
    }
  })
}
