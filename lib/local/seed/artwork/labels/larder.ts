import { wordmark } from '#lib/local/seed/artwork/brand.ts'
import type { Layout } from '#lib/local/seed/artwork/design.ts'
import { block, sizeToFit, text } from '#lib/local/seed/artwork/lettering.ts'
import { rectangle } from '#lib/local/seed/artwork/shape.ts'

/** Spreads and preserves: a cream label, the name at the left, the fruit cut off by the right and lower edge. */
export const larder: Layout = (panel, design, weight) => {
  const { width, height } = panel
  const { ink, ground, accent } = design.palette
  const margin = width * 0.075
  const size = sizeToFit(
    design.lines,
    width * 0.62,
    (height * 0.4) / Math.max(2.4, design.lines.length),
    'serif',
  )
  const small = height * 0.046
  const nameTop = height * 0.27 + size * 0.86
  return [
    { path: rectangle(0, 0, width, height), fill: ground },
    ...design.art(panel, design.palette),
    { path: rectangle(0, 0, width, height * 0.022), fill: accent },
    { path: rectangle(0, height * 0.978, width, height * 0.022), fill: accent },
    ...wordmark(margin, height * 0.165, height * 0.095, ink),
    { path: rectangle(margin, height * 0.215, width - margin * 2, 2), fill: accent },
    ...block(design.lines, margin, nameTop, 0.98, { face: 'serif', size, fill: ink }),
    ...block(design.descriptor, margin, nameTop + (design.lines.length - 1) * size * 0.98 + small * 2, 1.25, {
      face: 'sans',
      size: small,
      fill: ink,
    }),
    text(weight, margin, height * 0.92, { face: 'sans-bold', size: small * 0.82, fill: ink, tracking: 0.06 }),
  ]
}
