import { darken, lighten } from '#lib/local/seed/artwork/color.ts'
import { randomFrom } from '#lib/local/seed/artwork/random.ts'
import { drawn } from '#lib/local/seed/artwork/shape.ts'
import { matteLight, metalLight, wall, wrap } from './cylinder.ts'
import type { Form } from './form.ts'
import { softGlow, softShadow, softStroke } from './soft.ts'

/** What shows through the glass: its colour, how much light it lets by, and pieces suspended in it. */
export type Contents = {
  color: string
  glow: string
  pieces?: { kind: 'round' | 'shred' | 'bean'; color: string; count: number; size: number }
}

export type Jar = {
  radius: number
  height: number
  lid: string
  contents: Contents
  label: { top: number; bottom: number; arc: number }
}

function pieces(contents: Contents, radius: number, top: number): string {
  const { pieces: bits } = contents
  if (!bits) return ''
  const random = randomFrom(bits.count * 31 + bits.size)
  return Array.from({ length: bits.count }, () => {
    const x = (random() * 2 - 1) * radius
    const y = top + random() * -top
    const size = bits.size * (0.7 + random() * 0.6)
    const squeeze = Math.sqrt(Math.max(0.12, 1 - (x / radius) ** 2))
    const turn = Math.round(random() * 180)
    if (bits.kind === 'shred')
      return `<path d="M${x} ${y}q${size} ${size * (random() - 0.5) * 1.6} ${size * 2 * squeeze} ${size * (random() - 0.5)}" stroke="${bits.color}" stroke-width="${size * 0.3}" stroke-linecap="round" fill="none" opacity="${0.5 + random() * 0.4}"/>`
    const flat = bits.kind === 'bean' ? 0.62 : 1
    const rx = size * Math.max(squeeze, bits.kind === 'bean' ? 0.6 : 0)
    const shine = lighten(bits.color, 0.35)
    return `<g transform="translate(${x} ${y}) rotate(${bits.kind === 'bean' ? turn : 0})"><ellipse rx="${rx}" ry="${size * flat}" fill="${darken(bits.color, 0.28)}"/><ellipse cx="${-size * 0.06}" cy="${-size * 0.08}" rx="${rx * 0.9}" ry="${size * flat * 0.88}" fill="${bits.color}"/><ellipse cx="${-rx * 0.3}" cy="${-size * flat * 0.36}" rx="${rx * 0.34}" ry="${size * flat * 0.22}" fill="${shine}" opacity="0.55"/></g>`
  }).join('')
}

/** A glass jar with a steel lid; the label leaves the contents to be seen at both sides. */
export function jar({ radius, height, lid, contents, label }: Jar): Form {
  return (defs, print) => {
    const r = radius
    const [topDrop, bottomDrop] = [r * 0.12, r * 0.2]
    const lidHeight = 74
    const neck = r * 0.86
    const shoulder = -height + lidHeight + 12
    const glass = (inset: number, roof: number) => {
      const w = r - inset
      const n = neck - inset
      const foot = 34 - inset * 0.6
      return `M${-n} ${roof}C${-n} ${roof + 30} ${-w} ${shoulder + 24} ${-w} ${shoulder + 76}V${-foot - bottomDrop * 0.5}Q${-w} ${-bottomDrop * 0.42 - inset} ${-w + 36} ${-bottomDrop * 0.22 - inset}Q0 ${bottomDrop * 0.34 - inset} ${w - 36} ${-bottomDrop * 0.22 - inset}Q${w} ${-bottomDrop * 0.42 - inset} ${w} ${-foot - bottomDrop * 0.5}V${shoulder + 76}C${w} ${shoulder + 24} ${n} ${roof + 30} ${n} ${roof}Z`
    }
    const outer = glass(0, -height + lidHeight - 10)
    const fill = glass(9, shoulder + 16)
    const body = {
      radius: r + 0.5,
      top: label.top,
      bottom: label.bottom,
      topDrop: topDrop * 1.3,
      bottomDrop: bottomDrop * 0.8,
    }
    const panel = { width: label.arc * r, height: label.bottom - label.top }
    const edge = wrap(body, panel.width, label.top)
    const outline = (dx: number, dy: number) => {
      const run = Array.from({ length: 25 }, (_, i) => (panel.width * i) / 24)
      const along = [...run.map(x => edge(x, 0)), ...run.toReversed().map(x => edge(x, panel.height))]
      return `M${along.map(([x, y]) => `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`).join('L')}Z`
    }
    const paper = outline(0, 0)
    const cover = wall(neck + 12, -height, -height + lidHeight, topDrop, topDrop * 1.15)
    const ceiling = -height - topDrop * 0.5
    const { color, glow } = contents
    const svg = `<path d="${outer}" fill="#dfe6e4" opacity="0.55"/><path d="${fill}" fill="${defs.across([
      [0, darken(color, 0.5)],
      [0.09, darken(color, 0.16)],
      [0.3, color],
      [0.62, color],
      [0.86, glow],
      [0.94, darken(color, 0.1)],
      [1, darken(color, 0.48)],
    ])}"/><g clip-path="${defs.clip(fill)}">${pieces(contents, r - 12, shoulder + 30)}<rect x="${-r}" y="${-height}" width="${r * 2}" height="${height}" fill="${defs.across(
      [
        [0, '#10151a', 0.5],
        [0.12, '#10151a', 0.1],
        [0.5, '#10151a', 0],
        [0.88, '#10151a', 0.08],
        [1, '#10151a', 0.5],
      ],
    )}"/>${softGlow(defs, { x: r * 0.45, y: -40, rx: r * 0.75, ry: 84 }, glow, 0.85)}${softGlow(defs, { x: r * 0.72, y: -height * 0.5, rx: r * 0.3, ry: height * 0.38 }, glow, 0.65)}<ellipse cx="0" cy="${shoulder + 18}" rx="${r * 0.86}" ry="${topDrop}" fill="${lighten(color, 0.16)}" opacity="0.8"/></g><path d="${outer}" fill="none" stroke="#ffffff" stroke-width="2.2" opacity="0.5"/><path d="M${-r + 14} ${-bottomDrop * 0.66}Q0 ${bottomDrop * 0.1} ${r - 14} ${-bottomDrop * 0.66}" stroke="#ffffff" stroke-width="5" opacity="0.4" fill="none"/>${softShadow(outline, 9, 0.4)}<g clip-path="${defs.clip(paper)}">${drawn(print(panel), edge)}</g><path d="${paper}" fill="${defs.across(matteLight)}" opacity="0.8"/><g clip-path="${defs.clip(outer)}">${softStroke(`M${-r * 0.86} ${shoulder + 64}V-62`, '#ffffff', 13, 0.62)}${softStroke(`M${-r * 0.67} ${shoulder + 46}V-50`, '#ffffff', 6, 0.26)}${softStroke(`M${r * 0.93} ${shoulder + 70}V-64`, '#ffffff', 6, 0.5)}${softStroke(`M${-r * 0.8} ${shoulder + 48}Q${-r * 0.74} ${shoulder + 16} ${-r * 0.5} ${shoulder + 8}`, '#ffffff', 8, 0.6)}</g><path d="${wall(neck + 4, -height + lidHeight - 6, -height + lidHeight + 9, topDrop, topDrop * 1.2)}" fill="#10151a" opacity="0.25"/><path d="${cover}" fill="${lid}"/><path d="${cover}" fill="${defs.across(metalLight)}" opacity="0.72"/><path d="${wall(neck + 13, -height + lidHeight - 11, -height + lidHeight, topDrop * 1.15, topDrop * 1.15)}" fill="${darken(lid, 0.2)}"/><path d="${wall(neck + 13, -height + lidHeight - 11, -height + lidHeight, topDrop * 1.15, topDrop * 1.15)}" fill="${defs.across(metalLight)}" opacity="0.7"/><ellipse cx="0" cy="${ceiling}" rx="${neck + 12}" ry="${topDrop}" fill="${lighten(lid, 0.28)}"/><ellipse cx="0" cy="${ceiling + 2}" rx="${neck}" ry="${topDrop - 4}" fill="${defs.across(
      [
        [0, lighten(lid, 0.1)],
        [0.34, lighten(lid, 0.5)],
        [0.7, lighten(lid, 0.08)],
        [1, darken(lid, 0.18)],
      ],
    )}"/>`
    return {
      svg,
      width: r * 2,
      height: height + topDrop,
      foot: { width: r * 1.86, depth: bottomDrop * 1.9, shift: 0 },
      face: { x: 0, y: (label.top + label.bottom) / 2, width: r * 1.7 },
    }
  }
}
