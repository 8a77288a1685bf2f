import { wordmark } from '#lib/local/seed/artwork/brand.ts'
import type { Layout } from '#lib/local/seed/artwork/design.ts'
import { block, sizeToFit, text } from '#lib/local/seed/artwork/lettering.ts'
import { rectangle } from '#lib/local/seed/artwork/shape.ts'

/** Oats and granola: everything hangs from the left margin, a landscape lies along the foot. */
export const field: Layout = (panel, design, weight) => {
  const { width, height } = panel
  const { ink, ground, accent } = design.palette
  const margin = width * 0.09
  const size = sizeToFit(
    design.lines,
    width - margin * 2,
    Math.min(width * 0.225, (height * 0.36) / Math.max(2, design.lines.length)),
    'serif',
  )
  const small = width * 0.043
  const top = margin + width * 0.105
  const nameTop = top + width * 0.085 + size
  const descriptorTop = nameTop + (design.lines.length - 1) * size * 0.96 + small * 1.9
  const strip = width * 0.135
  return [
    { path: rectangle(0, 0, width, height), fill: ground },
    ...design.art(panel, design.palette),
    { path: rectangle(0, height - strip, width, strip), fill: accent },
    ...wordmark(margin, top, width * 0.085, ink),
    text('COASTAL PANTRY', width - margin, top, {
      face: 'sans-bold',
      size: small * 0.72,
      fill: ink,
      tracking: 0.12,
      align: 'right',
    }),
    { path: rectangle(margin, top + width * 0.045, width - margin * 2, 2.5), fill: ink },
    ...block(design.lines, margin - size * 0.02, nameTop, 0.96, { face: 'serif', size, fill: ink }),
    ...block(design.descriptor, margin, descriptorTop, 1.28, { face: 'sans', size: small, fill: ink }),
    text(weight, margin, height - strip * 0.37, {
      face: 'sans-bold',
      size: small * 0.86,
      fill: ground,
      tracking: 0.06,
    }),
  ]
}
