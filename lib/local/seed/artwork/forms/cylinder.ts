import type { Stop } from '#lib/local/seed/artwork/defs.ts'
import type { Projection } from '#lib/local/seed/artwork/shape.ts'

/** How a round body seen a little from above turns label pixels into picture pixels. */
export type Cylinder = {
  radius: number
  top: number
  bottom: number
  /** Half the height of the ellipse that the top and the bottom edge look like. */
  topDrop: number
  bottomDrop: number
}

/** `panelWidth` pixels of label wrap round the front, its middle facing the viewer; `from` and `height` bound it. */
export function wrap(body: Cylinder, panelWidth: number, from: number): Projection {
  return (x, y) => {
    const angle = Math.max(-Math.PI / 2, Math.min(Math.PI / 2, (x - panelWidth / 2) / body.radius))
    const level = from + y
    const part = (level - body.top) / (body.bottom - body.top)
    const drop = body.topDrop + (body.bottomDrop - body.topDrop) * part
    return [body.radius * Math.sin(angle), level + drop * (Math.cos(angle) - 0.5)]
  }
}

/** The side of a cylinder between two levels, as SVG path data, with curved upper and lower edges. */
export function wall(
  radius: number,
  top: number,
  bottom: number,
  topDrop: number,
  bottomDrop: number,
): string {
  const up = top - topDrop * 0.5
  const down = bottom - bottomDrop * 0.5
  return `M${-radius} ${up}A${radius} ${topDrop} 0 0 0 ${radius} ${up}L${radius} ${down}A${radius} ${bottomDrop} 0 0 1 ${-radius} ${down}Z`
}

/** Light on a matte round body: from the upper left, with a little back from the right wall. */
export const matteLight: readonly Stop[] = [
  [0, '#10151a', 0.42],
  [0.1, '#10151a', 0.16],
  [0.24, '#ffffff', 0.1],
  [0.36, '#ffffff', 0.13],
  [0.55, '#10151a', 0],
  [0.8, '#10151a', 0.2],
  [0.93, '#10151a', 0.36],
  [0.975, '#10151a', 0.27],
  [1, '#10151a', 0.38],
]

/** Light on bare metal: harder edges, brighter streaks. */
export const metalLight: readonly Stop[] = [
  [0, '#10151a', 0.5],
  [0.07, '#10151a', 0.12],
  [0.17, '#ffffff', 0.5],
  [0.25, '#ffffff', 0.62],
  [0.34, '#ffffff', 0.12],
  [0.5, '#10151a', 0.1],
  [0.7, '#10151a', 0.34],
  [0.85, '#10151a', 0.46],
  [0.92, '#ffffff', 0.16],
  [1, '#10151a', 0.52],
]
