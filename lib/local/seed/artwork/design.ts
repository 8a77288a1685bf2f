import type { Shape } from './shape.ts'

export type Panel = { width: number; height: number }

export type Palette = {
  /** The pack's or the label's own colour. */
  ground: string
  /** Letters on the ground. */
  ink: string
  /** The pattern's leading colour. */
  accent: string
  /** The pattern's second colour. */
  second: string
}

/** What is printed: words, colours and a drawing. The layout of the range sets them on its grid. */
export type Design = {
  lines: readonly string[]
  descriptor: readonly string[]
  palette: Palette
  art: (panel: Panel, palette: Palette) => Shape[]
}

/** A range's grid. `weight` is the net content of the size shown, such as `NET WT 12 OZ (340 g)`. */
export type Layout = (panel: Panel, design: Design, weight: string) => Shape[]
