import { mark } from '#lib/local/seed/artwork/brand.ts'
import type { Layout } from '#lib/local/seed/artwork/design.ts'
import { block, sizeToFit, text } from '#lib/local/seed/artwork/lettering.ts'
import { placed, rectangle } from '#lib/local/seed/artwork/shape.ts'

/** Oils and vinegars: a tall label with the brand climbing its left edge in a coloured spine. */
export const tall: Layout = (panel, design, weight) => {
  const { width, height } = panel
  const { ink, ground, accent } = design.palette
  const spine = width * 0.2
  const left = spine + width * 0.075
  const room = width - left - width * 0.06
  const size = sizeToFit(
    design.lines,
    room,
    Math.min(width * 0.18, (height * 0.36) / design.lines.length),
    'serif',
  )
  const small = width * 0.054
  const nameTop = width * 0.08 + size
  const after = nameTop + (design.lines.length - 1) * size
  return [
    { path: rectangle(0, 0, width, height), fill: ground },
    ...design.art(panel, design.palette),
    { path: rectangle(0, 0, spine, height), fill: accent },
    ...placed(
      [text('Marram', 0, 0, { face: 'serif', size: spine * 0.66, fill: ground })],
      spine * 0.72,
      height - width * 0.09,
      1,
      -Math.PI / 2,
    ),
    ...mark(spine * 0.36, spine * 0.95, spine * 0.58, ground),
    ...block(design.lines, left, nameTop, 1, { face: 'serif', size, fill: ink }),
    ...block(design.descriptor, left, after + small * 1.9, 1.25, { face: 'sans', size: small, fill: ink }),
    text(weight, left, height - width * 0.09, { face: 'sans-bold', size: small, fill: ink, tracking: 0.06 }),
  ]
}
