import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype, { type Font } from 'opentype.js'
import type { Shape } from './shape.ts'

/** The brand's two faces: a sturdy serif that speaks, a narrow sans that informs. */
export type Face = 'serif' | 'sans' | 'sans-bold'

const files: Record<Face, string> = {
  serif: '@fontsource/young-serif/files/young-serif-latin-400-normal.woff',
  sans: '@fontsource/archivo-narrow/files/archivo-narrow-latin-500-normal.woff',
  'sans-bold': '@fontsource/archivo-narrow/files/archivo-narrow-latin-700-normal.woff',
}
const fonts = new Map<Face, Font>()

function fontOf(face: Face): Font {
  const known = fonts.get(face)
  if (known) return known
  const bytes = readFileSync(createRequire(import.meta.url).resolve(files[face]))
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  fonts.set(face, font)
  return font
}

export type TextStyle = {
  face: Face
  size: number
  fill: string
  /** Extra space between letters, in ems. */
  tracking?: number
  align?: 'left' | 'center' | 'right'
  opacity?: number
}

function options(style: Pick<TextStyle, 'tracking'>) {
  return { kerning: true, letterSpacing: style.tracking ?? 0 }
}

/** Width in pixels of `text` set in `style`. */
export function widthOf(text: string, style: Pick<TextStyle, 'face' | 'size' | 'tracking'>): number {
  return (
    fontOf(style.face).getAdvanceWidth(text, style.size, options(style)) - (style.tracking ?? 0) * style.size
  )
}

/**
 * One line of text as an outline with its baseline at `y`: a machine without fonts draws it the same.
 * `x` is the line's left end, middle or right end, as `align` says.
 */
export function text(line: string, x: number, y: number, style: TextStyle): Shape {
  const shift = { left: 0, center: 0.5, right: 1 }[style.align ?? 'left'] * widthOf(line, style)
  const path = fontOf(style.face).getPath(line, x - shift, y, style.size, options(style)).commands
  return { path, fill: style.fill, ...(style.opacity === undefined ? {} : { opacity: style.opacity }) }
}

/** The largest size up to `largest` at which every line fits `width`. */
export function sizeToFit(
  lines: readonly string[],
  width: number,
  largest: number,
  face: Face,
  tracking = 0,
): number {
  const widest = Math.max(...lines.map(line => widthOf(line, { face, size: 100, tracking })))
  return Math.min(largest, (width / widest) * 100)
}

/** Lines set one under the other; `y` is the first baseline, `leading` a multiple of the size. */
export function block(
  lines: readonly string[],
  x: number,
  y: number,
  leading: number,
  style: TextStyle,
): Shape[] {
  return lines.map((line, index) => text(line, x, y + index * leading * style.size, style))
}
