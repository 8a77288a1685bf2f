import { randomFrom } from '#lib/local/seed/artwork/random.ts'
import { ellipse, type Point, polyline, type Shape, smooth } from '#lib/local/seed/artwork/shape.ts'

/** Rows of rolling waves; each row is filled, so that it hides the foot of the one behind. */
export function waves(area: {
  width: number
  top: number
  rows: number
  step: number
  length: number
  swell: number
  fills: readonly string[]
  line: string
  lineWidth?: number
}): Shape[] {
  return Array.from({ length: area.rows }, (_, row): Shape => {
    const shift = row % 2 === 0 ? 0 : area.length / 2
    const y = area.top + row * area.step
    const points: Point[] = []
    for (let x = -area.length - shift; x <= area.width + area.length; x += area.length / 12)
      points.push([x, y - area.swell * Math.abs(Math.sin(((x + shift) / area.length) * Math.PI)) ** 0.8])
    const bottom = area.top + area.rows * area.step + area.swell
    return {
      path: [
        ...smooth(points),
        { type: 'L', x: area.width + area.length, y: bottom },
        { type: 'L', x: -area.length - shift, y: bottom },
        { type: 'Z' },
      ],
      fill: area.fills[row % area.fills.length] ?? '#000000',
      stroke: area.line,
      strokeWidth: area.lineWidth ?? 3,
    }
  })
}

/** The lines an ebbing tide leaves on sand: never crossing, closer together towards the foot. */
export function tideLines(area: {
  width: number
  top: number
  height: number
  count: number
  stroke: string
  seed: number
  strokeWidth?: number
  swell?: number
}): Shape[] {
  const random = randomFrom(area.seed)
  const phases = Array.from({ length: 3 }, () => random() * Math.PI * 2)
  const swell = area.swell ?? area.height * 0.16
  return Array.from({ length: area.count }, (_, row) => {
    const part = row / Math.max(1, area.count - 1)
    const y = area.top + area.height * part ** 0.85
    const points: Point[] = []
    for (let x = -20; x <= area.width + 20; x += area.width / 22) {
      const at = (x / area.width) * Math.PI * 2
      const bend =
        Math.sin(at * 0.8 + (phases[0] ?? 0) + part * 1.1) * 0.6 +
        Math.sin(at * 1.9 + (phases[1] ?? 0) - part * 0.9) * 0.3 +
        Math.sin(at * 3.1 + (phases[2] ?? 0)) * 0.1
      points.push([x, y + bend * swell * (1 - part * 0.55)])
    }
    return {
      path: smooth(points),
      stroke: area.stroke,
      strokeWidth: (area.strokeWidth ?? 3) * (0.7 + 0.6 * part),
    }
  })
}

/** Rings on still water. */
export function ripples(
  at: Point,
  first: number,
  step: number,
  count: number,
  stroke: string,
  width = 3,
): Shape[] {
  return Array.from({ length: count }, (_, ring) => ({
    path: ellipse(at[0], at[1], first + ring * step, first + ring * step),
    stroke,
    strokeWidth: width * (1 - (ring / count) * 0.45),
  }))
}

/** Bands of mist: long soft-ended strokes, one above the other. */
export function mist(area: {
  width: number
  top: number
  height: number
  rows: number
  fill: string
  seed: number
}): Shape[] {
  const random = randomFrom(area.seed)
  return Array.from({ length: area.rows * 2 }, (_, index) => {
    const y = area.top + (Math.floor(index / 2) / (area.rows - 1)) * area.height
    const length = area.width * (0.3 + random() * 0.45)
    const x = index % 2 === 0 ? -40 + random() * area.width * 0.2 : area.width * (0.55 + random() * 0.4)
    return {
      path: polyline([
        [x, y],
        [x + length, y],
      ]),
      stroke: area.fill,
      strokeWidth: (area.height / area.rows) * (0.42 + 0.2 * random()),
      opacity: 0.55 + random() * 0.4,
    }
  })
}
