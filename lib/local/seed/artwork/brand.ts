import { text, widthOf } from './lettering.ts'
import { blade } from './patterns/grass.ts'
import type { Shape } from './shape.ts'

/** The mark: three blades of marram bent by one wind, `height` tall, rooted at (x, y). */
export function mark(x: number, y: number, height: number, fill: string): Shape[] {
  return [
    blade(x, y, height * 0.72, -height * 0.2, height * 0.13, fill),
    blade(x + height * 0.1, y, height, height * 0.16, height * 0.14, fill),
    blade(x + height * 0.2, y, height * 0.74, height * 0.46, height * 0.13, fill),
  ]
}

/** Mark and name in one line, `size` the letters' size, baseline at y. */
export function wordmark(
  x: number,
  y: number,
  size: number,
  fill: string,
  align: 'left' | 'center' = 'left',
): Shape[] {
  const gap = size * 0.86
  const width = gap + widthOf('Marram', { face: 'serif', size })
  const left = align === 'left' ? x : x - width / 2
  return [
    ...mark(left + size * 0.2, y, size * 0.8, fill),
    text('Marram', left + gap, y, { face: 'serif', size, fill }),
  ]
}
