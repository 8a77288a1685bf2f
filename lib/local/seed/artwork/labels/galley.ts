import { wordmark } from '#lib/local/seed/artwork/brand.ts'
import type { Layout } from '#lib/local/seed/artwork/design.ts'
import { block, sizeToFit, text } from '#lib/local/seed/artwork/lettering.ts'
import { rectangle } from '#lib/local/seed/artwork/shape.ts'

/** Soups and beans: a can is read from any side, so all stands on one centre line over a full band of sea. */
export const galley: Layout = (panel, design, weight) => {
  const { width, height } = panel
  const { ink, ground, accent, second } = design.palette
  const middle = width / 2
  const size = sizeToFit(design.lines, width * 0.46, height * 0.135, 'serif')
  const small = height * 0.036
  const nameTop = height * 0.235 + size
  const after = nameTop + (design.lines.length - 1) * size * 0.97
  return [
    { path: rectangle(0, 0, width, height), fill: ground },
    ...design.art(panel, design.palette),
    { path: rectangle(0, 0, width, height * 0.03), fill: second },
    { path: rectangle(0, height * 0.9, width, height * 0.1), fill: second },
    ...wordmark(middle, height * 0.15, height * 0.078, ink, 'center'),
    { path: rectangle(middle - width * 0.05, height * 0.19, width * 0.1, 2.5), fill: accent },
    ...block(design.lines, middle, nameTop, 0.97, { face: 'serif', size, fill: ink, align: 'center' }),
    ...block(design.descriptor, middle, after + small * 2, 1.25, {
      face: 'sans',
      size: small,
      fill: ink,
      align: 'center',
    }),
    text(weight, middle, height * 0.963, {
      face: 'sans-bold',
      size: small * 0.92,
      fill: ground,
      tracking: 0.07,
      align: 'center',
    }),
  ]
}
