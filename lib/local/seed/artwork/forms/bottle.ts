import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import { drawn } from '#lib/local/seed/artwork/shape.ts'
import { matteLight, metalLight, wall, wrap } from './cylinder.ts'
import type { Form } from './form.ts'
import { softGlow, softShadow, softStroke } from './soft.ts'

export type Bottle = {
  radius: number
  /** From foot to where the shoulder starts, to where the neck starts, and to the mouth. */
  body: number
  neck: number
  height: number
  neckRadius: number
  /** Square-shouldered bottles turn in quickly. */
  square?: boolean
  glass: string
  /** 0 for clear glass, 1 for glass that hides what is in it. */
  tint: number
  liquid: string
  glow: string
  cap: { color: string; height: number; kind: 'screw' | 'cork' | 'capsule' }
  label: { top: number; bottom: number; arc: number }
}

/** A round bottle: foot, body, shoulder, neck, closure; the label reaches part of the way round. */
export function bottle(shape: Bottle): Form {
  return (defs, print) => {
    const { radius: r, neckRadius, height, body, neck, label, cap } = shape
    const [topDrop, bottomDrop] = [neckRadius * 0.16, r * 0.2]
    const profile = (inset: number, roof: number) => {
      const w = r - inset
      const n = neckRadius - inset * 0.7
      const bend = shape.square ? 0.12 : 0.55
      const fall = neck - body
      const side = (s: number, back: boolean) =>
        back
          ? `L${s * w} ${-body}C${s * w} ${-body - fall * (1 - bend * 0.4)} ${s * n} ${-body - fall * (shape.square ? 0.62 : bend)} ${s * n} ${-neck}L${s * n} ${roof}`
          : `L${s * n} ${-neck}C${s * n} ${-body - fall * (shape.square ? 0.62 : bend)} ${s * w} ${-body - fall * (1 - bend * 0.4)} ${s * w} ${-body}`
      return `M${-n} ${roof}${side(-1, false)}V${-32 - bottomDrop * 0.5}Q${-w} ${-bottomDrop * 0.4 - inset} ${-w + 28} ${-bottomDrop * 0.2 - inset}Q0 ${bottomDrop * 0.32 - inset} ${w - 28} ${-bottomDrop * 0.2 - inset}Q${w} ${-bottomDrop * 0.4 - inset} ${w} ${-32 - bottomDrop * 0.5}${side(1, true)}Z`
    }
    const outer = profile(0, -height + 8)
    const level = -neck - (height - neck) * 0.22
    const inner = profile(7, level)
    const mantle = {
      radius: r + 0.5,
      top: label.top,
      bottom: label.bottom,
      topDrop: bottomDrop * 0.45,
      bottomDrop: bottomDrop * 0.8,
    }
    const panel = { width: label.arc * r, height: label.bottom - label.top }
    const edge = wrap(mantle, panel.width, label.top)
    const outline = (dx: number, dy: number) => {
      const run = Array.from({ length: 21 }, (_, i) => (panel.width * i) / 20)
      const along = [...run.map(x => edge(x, 0)), ...run.toReversed().map(x => edge(x, panel.height))]
      return `M${along.map(([x, y]) => `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`).join('L')}Z`
    }
    const paper = outline(0, 0)
    const capRadius = neckRadius + (cap.kind === 'cork' ? -3 : 5)
    const capTop = -height - (cap.kind === 'cork' ? 26 : 0)
    const capBottom = cap.kind === 'cork' ? -height + 8 : -height + cap.height
    const hood = wall(capRadius, capTop, capBottom, topDrop, topDrop * 1.2)
    const knurl =
      cap.kind === 'screw'
        ? Array.from({ length: 17 }, (_, i) => {
            const x = capRadius * Math.sin(((i - 8) / 8.6) * (Math.PI / 2))
            return `<path d="M${x.toFixed(1)} ${capTop + 12}V${capBottom - 10}" stroke="#10151a" stroke-width="1.4" opacity="0.28"/>`
          }).join('')
        : ''
    const lip =
      cap.kind === 'cork'
        ? `<path d="${wall(neckRadius + 6, -height + 4, -height + 26, topDrop, topDrop)}" fill="${shape.glass}" opacity="0.75"/><path d="${wall(neckRadius + 6, -height + 4, -height + 26, topDrop, topDrop)}" fill="${defs.across(metalLight)}" opacity="0.5"/>`
        : ''
    const svg = `<path d="${outer}" fill="${defs.across([
      [0, darken(shape.glass, 0.35), 0.5 + shape.tint * 0.5],
      [0.2, shape.glass, 0.3 + shape.tint * 0.7],
      [0.8, shape.glass, 0.3 + shape.tint * 0.7],
      [1, darken(shape.glass, 0.35), 0.5 + shape.tint * 0.5],
    ])}"/><path d="${inner}" fill="${defs.across([
      [0, darken(shape.liquid, 0.5)],
      [0.12, darken(shape.liquid, 0.14)],
      [0.36, shape.liquid],
      [0.66, shape.liquid],
      [0.85, shape.glow],
      [0.94, darken(shape.liquid, 0.12)],
      [1, darken(shape.liquid, 0.5)],
    ])}" opacity="${1 - shape.tint * 0.45}"/><g clip-path="${defs.clip(outer)}">${softGlow(defs, { x: r * 0.4, y: -30, rx: r * 0.8, ry: 64 }, shape.glow, 0.85 - shape.tint * 0.4)}${softStroke(`M${r * 0.72} ${-body + 10}V-70`, shape.glow, r * 0.2, 0.6 - shape.tint * 0.3)}${softStroke(`M${-r} ${-body}V0M${r} ${-body}V0`, '#10151a', r * 0.15, 0.4)}<ellipse cx="0" cy="${level}" rx="${neckRadius - 5}" ry="${topDrop}" fill="${lighten(shape.liquid, 0.25)}" opacity="${0.8 - shape.tint * 0.5}"/></g><path d="${outer}" fill="none" stroke="#ffffff" stroke-width="2" opacity="0.38"/>${softShadow(outline, 8, 0.42)}<g clip-path="${defs.clip(paper)}">${drawn(print(panel), edge)}</g><path d="${paper}" fill="${defs.across(matteLight)}" opacity="0.8"/><g clip-path="${defs.clip(outer)}">${softStroke(`M${-neckRadius * 0.55} ${-height + cap.height}V${-neck - 4}C${-neckRadius * 0.55} ${-neck + (neck - body) * 0.3} ${-r * 0.84} ${-body - 34} ${-r * 0.84} ${-body + 6}V-56`, '#ffffff', r * 0.09, 0.55)}${softStroke(`M${r * 0.92} ${-body + 8}V-58`, '#ffffff', 5, 0.42)}</g>${lip}<path d="${hood}" fill="${cap.color}"/><path d="${hood}" fill="${defs.across(cap.kind === 'cork' ? matteLight : metalLight)}" opacity="${cap.kind === 'cork' ? 1 : 0.62}"/>${knurl}<ellipse cx="0" cy="${capTop - topDrop * 0.5}" rx="${capRadius}" ry="${topDrop}" fill="${lighten(cap.color, 0.26)}"/>`
    return {
      svg,
      width: r * 2,
      height: height + topDrop + (cap.kind === 'cork' ? 26 : 0),
      foot: { width: r * 1.86, depth: bottomDrop * 1.9, shift: 0 },
      face: { x: 0, y: (label.top + label.bottom) / 2, width: Math.max(r * 1.7, panel.height) },
    }
  }
}
