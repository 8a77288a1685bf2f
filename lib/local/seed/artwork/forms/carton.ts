import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import { drawn, type Projection } from '#lib/local/seed/artwork/shape.ts'
import type { Form } from './form.ts'

export type Carton = {
  width: number
  height: number
  side: number
  color: string
  cap?: string
  metal?: boolean
}

/** A folding box, its front to the viewer and its right side falling away; `metal` makes it an oil tin with a cap. */
export function carton({ width, height, side, color, cap, metal }: Carton): Form {
  return (defs, print) => {
    const left = -width / 2 - side * 0.42
    const right = left + width
    const far = right + side
    const rise = side * 0.16
    const lift = side * 0.4
    const sideWidth = side * 1.7
    const front: Projection = (x, y) => [left + x, y - height]
    const turned: Projection = (x, y) => {
      const part = x / sideWidth
      const top = -height - rise * part
      const bottom = -lift * part
      return [right + part * side, top + (y / height) * (bottom - top)]
    }
    const sidePath = `M${right} ${-height}L${far} ${-height - rise}L${far} ${-lift}L${right} 0Z`
    const topPath = `M${left} ${-height}L${left + side * 0.86} ${-height - rise}L${far} ${-height - rise}L${right} ${-height}Z`
    const frontPath = `M${left} ${-height}H${right}V0H${left}Z`
    const sheen = metal ? 0.26 : 0.12
    const art = print({ width, height })
    const sideArt = print({ width: sideWidth, height }, 'side')
    const capAt = (left + far) / 2 + side * 0.1
    const stopper = cap
      ? `<path d="M${capAt - 46} ${-height - rise * 0.5}v-44a46 11 0 0 1 92 0v44a46 11 0 0 1 -92 0Z" fill="${defs.across(
          [
            [0, darken(cap, 0.45)],
            [0.28, lighten(cap, 0.3)],
            [0.6, cap],
            [1, darken(cap, 0.5)],
          ],
        )}"/><ellipse cx="${capAt}" cy="${-height - rise * 0.5 - 44}" rx="46" ry="11" fill="${lighten(cap, 0.22)}"/>`
      : ''
    const svg = `${`<path d="${topPath}" fill="${defs.down([
      [0, lighten(color, 0.3)],
      [1, lighten(color, 0.48)],
    ])}"/><path d="M${left + side * 0.5} ${-height - rise * 0.55}H${far - side * 0.45}" stroke="${darken(color, 0.35)}" stroke-width="1.6" opacity="0.5"/>`}${stopper}<path d="${sidePath}" fill="${color}"/><g clip-path="${defs.clip(sidePath)}">${drawn(sideArt, turned)}</g><path d="${sidePath}" fill="${defs.across(
      [
        [0, '#12171c', 0.34],
        [0.5, '#12171c', 0.4],
        [1, '#12171c', 0.5],
      ],
    )}"/><path d="${sidePath}" fill="${defs.down([
      [0, '#ffffff', 0.04],
      [1, '#12171c', 0.22],
    ])}"/><g clip-path="${defs.clip(frontPath)}">${drawn(art, front)}</g><path d="${frontPath}" fill="${defs.between(
      left,
      -height,
      right,
      0,
      [
        [0, '#ffffff', sheen + 0.06],
        [0.35, '#ffffff', sheen * 0.3],
        [0.6, '#12171c', 0.02],
        [1, '#12171c', 0.14],
      ],
    )}"/><path d="M${right} ${-height}V0" stroke="#ffffff" stroke-width="2.4" opacity="0.34"/><path d="M${left} ${-height}H${right}" stroke="#ffffff" stroke-width="2" opacity="0.5"/><path d="M${left} -1.2H${right}" stroke="#12171c" stroke-width="2.4" opacity="0.25"/>`
    return {
      svg,
      width: width + side,
      height: height + rise + (cap ? 50 : 0),
      foot: { width: width + side * 0.9, depth: side * 0.36, shift: 0 },
      face: { x: left + width / 2, y: -height / 2, width },
    }
  }
}
