import { drawn } from '#lib/local/seed/artwork/shape.ts'
import { matteLight, metalLight, wall, wrap } from './cylinder.ts'
import type { Form } from './form.ts'

/** A steel can with a paper label all round. */
export function can({ radius, height }: { radius: number; height: number }): Form {
  return (defs, print) => {
    const [topDrop, bottomDrop] = [radius * 0.15, radius * 0.23]
    const bottom = -bottomDrop * 0.5
    const top = bottom - height
    const rim = 17
    const body = { radius: radius - 3, top: top + rim, bottom: bottom - rim, topDrop, bottomDrop }
    const labelWall = wall(body.radius, body.top, body.bottom, topDrop, bottomDrop)
    const panel = { width: Math.PI * body.radius, height: body.bottom - body.top }
    const metal = defs.across(metalLight)
    const ring = (y1: number, y2: number, r: number, d: number) =>
      `<path d="${wall(r, y1, y2, d, d)}" fill="#b9bdbd"/><path d="${wall(r, y1, y2, d, d)}" fill="${metal}"/>`
    const lid = top - topDrop * 0.5
    const svg = `${ring(bottom - rim, bottom, radius, bottomDrop)}<g clip-path="${defs.clip(labelWall)}">${drawn(
      print(panel),
      wrap(body, panel.width, body.top),
    )}</g><path d="${labelWall}" fill="${defs.across(matteLight)}"/><path d="${labelWall}" fill="${defs.down([
      [0, '#12171c', 0.2],
      [0.03, '#12171c', 0],
      [0.8, '#12171c', 0],
      [1, '#12171c', 0.2],
    ])}"/>${ring(top, top + rim, radius, topDrop)}<ellipse cx="0" cy="${lid}" rx="${radius}" ry="${topDrop}" fill="#d4d7d5"/><ellipse cx="0" cy="${lid}" rx="${radius}" ry="${topDrop}" fill="${metal}" opacity="0.6"/><ellipse cx="0" cy="${lid + 2}" rx="${radius - 10}" ry="${topDrop - 4}" fill="#8d9394"/><ellipse cx="0" cy="${lid + 5}" rx="${radius - 14}" ry="${topDrop - 6}" fill="${defs.across(
      [
        [0, '#7f8687'],
        [0.35, '#e8eae7'],
        [0.6, '#aeb4b4'],
        [1, '#868d8e'],
      ],
    )}"/><ellipse cx="0" cy="${lid + 5}" rx="${radius - 34}" ry="${topDrop - 11}" fill="none" stroke="#6f7678" stroke-width="1.6" opacity="0.6"/><path d="M-16 ${lid + 2}q16 -5 32 0l4 10q-20 5 -40 0Z" fill="#c9cdcb" stroke="#72797b" stroke-width="1.4"/>`
    return {
      svg,
      width: radius * 2,
      height: height + topDrop,
      foot: { width: radius * 1.96, depth: bottomDrop * 2, shift: 0 },
      face: { x: 0, y: (body.top + body.bottom) / 2, width: radius * 1.7 },
    }
  }
}
