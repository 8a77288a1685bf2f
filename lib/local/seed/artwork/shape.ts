import type { PathCommand } from 'opentype.js'

export type Point = readonly [x: number, y: number]

/** A path in a label's own space: pixels from the label's top left corner. */
export type Shape = {
  path: readonly PathCommand[]
  fill?: string
  stroke?: string
  strokeWidth?: number
  opacity?: number
}

/** Lays a point of the label onto the pack. */
export type Projection = (x: number, y: number) => Point

const longestStraight = 14

function straight(from: Point, to: Point): PathCommand[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / longestStraight))
  return Array.from({ length: steps }, (_, index) => {
    const part = (index + 1) / steps
    return { type: 'L', x: from[0] + (to[0] - from[0]) * part, y: from[1] + (to[1] - from[1]) * part }
  })
}

/** Cuts straight runs into short ones, so that a curved surface can bend them. */
function subdivided(path: readonly PathCommand[]): PathCommand[] {
  const result: PathCommand[] = []
  let at: Point = [0, 0]
  let start: Point = [0, 0]
  for (const command of path) {
    if (command.type === 'Z') {
      result.push(...straight(at, start), command)
      at = start
      continue
    }
    const end: Point = [command.x, command.y]
    if (command.type === 'L') result.push(...straight(at, end))
    else result.push(command)
    if (command.type === 'M') start = end
    at = end
  }
  return result
}

const number = (value: number) => String(Math.round(value * 10) / 10)

function pair(project: Projection, x: number, y: number): string {
  const [px, py] = project(x, y)
  return `${number(px)} ${number(py)}`
}

function pathData(path: readonly PathCommand[], project: Projection): string {
  return path
    .map(command => {
      if (command.type === 'Z') return 'Z'
      const end = pair(project, command.x, command.y)
      if (command.type === 'Q') return `Q${pair(project, command.x1, command.y1)} ${end}`
      if (command.type === 'C')
        return `C${pair(project, command.x1, command.y1)} ${pair(project, command.x2, command.y2)} ${end}`
      return `${command.type}${end}`
    })
    .join('')
}

/** SVG for `shapes` laid onto a pack; without a projection they stay where they are. */
export function drawn(shapes: readonly Shape[], project?: Projection): string {
  return shapes
    .map(shape => {
      const data = project
        ? pathData(subdivided(shape.path), project)
        : pathData(shape.path, (x, y) => [x, y])
      const fill = ` fill="${shape.fill ?? 'none'}"`
      const stroke = shape.stroke
        ? ` stroke="${shape.stroke}" stroke-width="${shape.strokeWidth ?? 1}" stroke-linecap="round" stroke-linejoin="round"`
        : ''
      const opacity = shape.opacity === undefined ? '' : ` opacity="${shape.opacity}"`
      return `<path d="${data}"${fill}${stroke}${opacity}/>`
    })
    .join('')
}

export function rectangle(x: number, y: number, width: number, height: number): PathCommand[] {
  return polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])
}

export function polygon(points: readonly Point[]): PathCommand[] {
  return [...polyline(points), { type: 'Z' }]
}

export function polyline(points: readonly Point[]): PathCommand[] {
  return points.map(([x, y], index) => ({ type: index === 0 ? 'M' : 'L', x, y }))
}

/** An ellipse of four curves, turned by `turn` radians. */
export function ellipse(cx: number, cy: number, rx: number, ry: number, turn = 0): PathCommand[] {
  const k = 0.5523
  const at = (x: number, y: number) => ({
    x: cx + x * rx * Math.cos(turn) - y * ry * Math.sin(turn),
    y: cy + x * rx * Math.sin(turn) + y * ry * Math.cos(turn),
  })
  const curve = (a: Point, b: Point, c: Point): PathCommand => {
    const [p1, p2, p3] = [at(...a), at(...b), at(...c)]
    return { type: 'C', x1: p1.x, y1: p1.y, x2: p2.x, y2: p2.y, x: p3.x, y: p3.y }
  }
  return [
    { type: 'M', ...at(1, 0) },
    curve([1, k], [k, 1], [0, 1]),
    curve([-k, 1], [-1, k], [-1, 0]),
    curve([-1, -k], [-k, -1], [0, -1]),
    curve([k, -1], [1, -k], [1, 0]),
    { type: 'Z' },
  ]
}

/** A smooth open line through `points` (Catmull-Rom). */
export function smooth(points: readonly Point[]): PathCommand[] {
  return points.flatMap((point, index): PathCommand[] => {
    if (index === 0) return [{ type: 'M', x: point[0], y: point[1] }]
    const before = points[index - 2] ?? points[index - 1] ?? point
    const from = points[index - 1] ?? point
    const after = points[index + 1] ?? point
    return [
      {
        type: 'C',
        x1: from[0] + (point[0] - before[0]) / 6,
        y1: from[1] + (point[1] - before[1]) / 6,
        x2: point[0] - (after[0] - from[0]) / 6,
        y2: point[1] - (after[1] - from[1]) / 6,
        x: point[0],
        y: point[1],
      },
    ]
  })
}

/** `shapes` moved, scaled and turned about their own origin, then moved to (x, y). */
export function placed(shapes: readonly Shape[], x: number, y: number, scale = 1, turn = 0): Shape[] {
  const cos = Math.cos(turn) * scale
  const sin = Math.sin(turn) * scale
  const px = (a: number, b: number) => x + a * cos - b * sin
  const py = (a: number, b: number) => y + a * sin + b * cos
  return shapes.map(shape => ({
    ...shape,
    ...(shape.strokeWidth === undefined ? {} : { strokeWidth: shape.strokeWidth * scale }),
    path: shape.path.map(c => {
      if (c.type === 'Z') return c
      const end = { x: px(c.x, c.y), y: py(c.x, c.y) }
      if (c.type === 'Q') return { type: c.type, x1: px(c.x1, c.y1), y1: py(c.x1, c.y1), ...end }
      if (c.type === 'C')
        return {
          type: c.type,
          x1: px(c.x1, c.y1),
          y1: py(c.x1, c.y1),
          x2: px(c.x2, c.y2),
          y2: py(c.x2, c.y2),
          ...end,
        }
      return { type: c.type, ...end }
    }),
  }))
}
