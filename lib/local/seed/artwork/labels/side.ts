import { mark } from '#lib/local/seed/artwork/brand.ts'
import type { Design, Panel } from '#lib/local/seed/artwork/design.ts'
import { sizeToFit, text } from '#lib/local/seed/artwork/lettering.ts'
import { placed, rectangle, type Shape } from '#lib/local/seed/artwork/shape.ts'

/** The side of a box: the drawing runs on, the name climbs. */
export function side(panel: Panel, design: Design): Shape[] {
  const { width, height } = panel
  const { ground, ink } = design.palette
  const name = design.lines.join(' ')
  const size = sizeToFit([name], height * 0.5, width * 0.2, 'serif')
  return [
    { path: rectangle(0, 0, width, height), fill: ground },
    ...design.art(panel, design.palette),
    { path: rectangle(width * 0.3, 0, width * 0.4, height * 0.66), fill: ground },
    ...mark(width * 0.44, height * 0.14, width * 0.16, ink),
    ...placed(
      [text(name, 0, 0, { face: 'serif', size, fill: ink })],
      width * 0.5 + size * 0.34,
      height * 0.64,
      1,
      -Math.PI / 2,
    ),
  ]
}
