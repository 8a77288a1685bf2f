import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import { drawn } from '#lib/local/seed/artwork/shape.ts'
import { matteLight, metalLight, wall, wrap } from './cylinder.ts'
import type { Form } from './form.ts'

/** A printed round tin with a press-on lid. */
export function tin({ radius, height, lid }: { radius: number; height: number; lid: string }): Form {
  return (defs, print) => {
    const [topDrop, bottomDrop] = [radius * 0.13, radius * 0.22]
    const bottom = -bottomDrop * 0.5
    const top = bottom - height
    const lidHeight = Math.max(56, height * 0.15)
    const body = { radius, top: top + lidHeight, bottom, topDrop: topDrop * 1.2, bottomDrop }
    const printed = wall(radius, body.top, body.bottom, body.topDrop, bottomDrop)
    const panel = { width: Math.PI * radius, height: body.bottom - body.top }
    const cover = wall(radius + 6, top, top + lidHeight, topDrop, topDrop * 1.2)
    const ceiling = top - topDrop * 0.5
    const svg = `<g clip-path="${defs.clip(printed)}">${drawn(print(panel), wrap(body, panel.width, body.top))}</g><path d="${printed}" fill="${defs.across(matteLight)}"/><path d="${printed}" fill="${defs.across(metalLight)}" opacity="0.34"/><path d="${printed}" fill="${defs.down(
      [
        [0, '#12171c', 0.5],
        [0.035, '#12171c', 0.08],
        [0.8, '#12171c', 0],
        [0.985, '#12171c', 0.2],
        [1, '#ffffff', 0.2],
      ],
    )}"/><path d="${cover}" fill="${lid}"/><path d="${cover}" fill="${defs.across(metalLight)}" opacity="0.78"/><path d="${wall(radius + 7.5, top + lidHeight - 7, top + lidHeight, topDrop * 1.2, topDrop * 1.2)}" fill="${darken(lid, 0.25)}"/><path d="${wall(radius + 7.5, top + lidHeight - 7, top + lidHeight, topDrop * 1.2, topDrop * 1.2)}" fill="${defs.across(metalLight)}" opacity="0.8"/><ellipse cx="0" cy="${ceiling}" rx="${radius + 6}" ry="${topDrop}" fill="${lighten(lid, 0.25)}"/><ellipse cx="0" cy="${ceiling + 1.5}" rx="${radius - 3}" ry="${topDrop - 3}" fill="${defs.across(
      [
        [0, lighten(lid, 0.12)],
        [0.32, lighten(lid, 0.55)],
        [0.7, lighten(lid, 0.1)],
        [1, darken(lid, 0.16)],
      ],
    )}"/><ellipse cx="0" cy="${ceiling + 2}" rx="${radius - 16}" ry="${topDrop - 6}" fill="none" stroke="${darken(lid, 0.3)}" stroke-width="1.5" opacity="0.5"/>`
    return {
      svg,
      width: radius * 2 + 12,
      height: height + topDrop,
      foot: { width: radius * 1.98, depth: bottomDrop * 2, shift: 0 },
      face: { x: 0, y: (body.top + body.bottom) / 2, width: radius * 1.7 },
    }
  }
}
