import { darken, lighten } from './color.ts'
import { Defs } from './defs.ts'
import type { Pack } from './forms/form.ts'
import { grass } from './patterns/grass.ts'
import { drawn } from './shape.ts'

/** A pack on the table: where the middle of its foot stands, and how large it is. */
export type Placement = { pack: Pack; x: number; y: number; scale: number; raised?: boolean }

export type Scene = {
  width: number
  height: number
  backdrop: string
  /** Builds packs with the scene's own gradients. */
  place: (defs: Defs) => Placement[]
  /** Where the table meets the wall, from the top. */
  horizon: number
  /** Shows only this part, as SVG's viewBox. */
  crop?: readonly [x: number, y: number, width: number, height: number]
  /** Anything in front, such as grass or words. */
  front?: (defs: Defs) => string
}

function backdrop(scene: Scene, defs: Defs): string {
  const { width, height, horizon } = scene
  const base = scene.backdrop
  const blades = grass({
    width: width * 0.62,
    foot: horizon + 30,
    height: height * 0.86,
    count: 15,
    colors: [darken(base, 0.5)],
    seed: 71,
    wind: 0.42,
    thickness: width * 0.02,
  })
  return `<rect width="${width}" height="${height}" fill="${base}"/><rect width="${width}" height="${height}" fill="${defs.round(
    0.3,
    0.24,
    0.85,
    [
      [0, lighten(base, 0.72), 0.95],
      [0.45, lighten(base, 0.3), 0.5],
      [1, darken(base, 0.22), 0.7],
    ],
  )}"/><g filter="${defs.haze(width * 0.012)}" opacity="0.085"><g transform="translate(${width * 0.5} 0)">${drawn(blades)}</g></g><rect y="${horizon}" width="${width}" height="${height - horizon}" fill="${defs.down(
    [
      [0, lighten(base, 0.3), 0],
      [0.16, lighten(base, 0.46), 0.55],
      [1, lighten(base, 0.2), 0.8],
    ],
  )}"/><rect y="${horizon - 50}" width="${width}" height="100" fill="${defs.down([
    [0, darken(base, 0.3), 0],
    [0.5, darken(base, 0.3), 0.16],
    [1, darken(base, 0.3), 0],
  ])}"/>`
}

function shadow({ pack, x, y, scale }: Placement, defs: Defs, base: string): string {
  const dark = darken(base, 0.82)
  const width = pack.foot.width * scale
  const depth = pack.foot.depth * scale
  const height = pack.height * scale
  const cx = x + pack.foot.shift * scale
  const middle = y - depth * 0.4
  const reach = height * 0.62
  const cast = `M${cx - width * 0.4} ${middle - depth * 0.2}L${cx + width * 0.1} ${middle + depth * 0.5}L${cx + width * 0.5} ${middle + depth * 0.36}L${cx + width * 0.5 + reach} ${middle - height * 0.1}L${cx + reach - width * 0.1} ${middle - height * 0.17}Z`
  const fade = defs.between(cx, middle, cx + width * 0.5 + reach, middle, [
    [0, dark, 0.5],
    [0.5, dark, 0.24],
    [1, dark, 0],
  ])
  return `<path d="${cast}" fill="${fade}" filter="${defs.haze(20 * scale + 6)}"/><ellipse cx="${cx + width * 0.03}" cy="${middle + depth * 0.1}" rx="${width * 0.55}" ry="${depth * 0.62 + 8 * scale}" fill="${dark}" opacity="0.4" filter="${defs.haze(14 * scale)}"/><ellipse cx="${cx}" cy="${middle + depth * 0.16}" rx="${width * 0.5}" ry="${depth * 0.44}" fill="${dark}" opacity="0.62" filter="${defs.haze(4.5 * scale)}"/>`
}

/** A picture in two layers. Nothing in `ground` is sharp, so it may be drawn small and enlarged. */
export type Layers = { ground: string; packs: string; width: number; height: number }

/** The picture as SVG, without any text or font in it. */
export function layersOf(scene: Scene): Layers {
  const view = scene.crop ?? [0, 0, scene.width, scene.height]
  const svg = (defs: Defs, body: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.map(n => Math.round(n)).join(' ')}">${defs}${body}</svg>`
  const defs = new Defs()
  const placements = scene.place(defs)
  const packs = placements.map(
    ({ pack, x, y, scale }) => `<g transform="translate(${x} ${y}) scale(${scale})">${pack.svg}</g>`,
  )
  const front = scene.front?.(defs) ?? ''
  const groundDefs = new Defs()
  const wall = backdrop(scene, groundDefs)
  const shadows = placements
    .filter(placement => !placement.raised)
    .map(placement => shadow(placement, groundDefs, scene.backdrop))
  return {
    ground: svg(groundDefs, wall + shadows.join('')),
    packs: svg(defs, packs.join('') + front),
    width: view[2],
    height: view[3],
  }
}
