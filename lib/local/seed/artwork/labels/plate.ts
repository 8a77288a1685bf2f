import { wordmark } from '#lib/local/seed/artwork/brand.ts'
import type { Layout } from '#lib/local/seed/artwork/design.ts'
import { block, sizeToFit, text } from '#lib/local/seed/artwork/lettering.ts'
import { rectangle } from '#lib/local/seed/artwork/shape.ts'

/** Tea and cocoa: a pattern over the whole pack and a cream plate let into it, as on a ship's chest. */
export const plate: Layout = (panel, design, weight) => {
  const { width, height } = panel
  const { ink, ground, accent, second } = design.palette
  const visible = Math.min(width, 640)
  const plateWidth = visible * (height > width * 1.05 || width > 600 ? 0.62 : 0.7)
  const plateHeight = Math.min(height * 0.76, plateWidth * 1.22)
  const x = (width - plateWidth) / 2
  const y = (height - plateHeight) * 0.46
  const margin = plateWidth * 0.09
  const roomy = (plateHeight * 0.4) / design.lines.length
  const size = sizeToFit(design.lines, plateWidth - margin * 2, Math.min(plateWidth * 0.2, roomy), 'serif')
  const small = Math.min(plateWidth, plateHeight) * 0.056
  const nameTop = y + plateWidth * 0.245 + size * 0.86
  const after = nameTop + (design.lines.length - 1) * size * 0.98
  return [
    { path: rectangle(0, 0, width, height), fill: ground },
    ...design.art(panel, design.palette),
    { path: rectangle(x, y, plateWidth, plateHeight), fill: second },
    { path: rectangle(x + 9, y + 9, plateWidth - 18, plateHeight - 18), stroke: accent, strokeWidth: 2 },
    ...wordmark(x + margin, y + plateWidth * 0.18, plateWidth * 0.1, ink),
    { path: rectangle(x + margin, y + plateWidth * 0.235, plateWidth - margin * 2, 2), fill: accent },
    ...block(design.lines, x + margin, nameTop, 0.98, { face: 'serif', size, fill: ink }),
    ...block(design.descriptor, x + margin, after + small * 1.8, 1.25, {
      face: 'sans',
      size: small,
      fill: ink,
    }),
    text(weight, x + margin, y + plateHeight - margin * 0.95, {
      face: 'sans-bold',
      size: small * 0.86,
      fill: ink,
      tracking: 0.06,
    }),
  ]
}
