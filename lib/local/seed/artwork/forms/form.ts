import type { Defs } from '#lib/local/seed/artwork/defs.ts'
import type { Shape } from '#lib/local/seed/artwork/shape.ts'

/** A pack drawn with the middle of its foot at (0, 0), upwards in negative y. */
export type Pack = {
  svg: string
  width: number
  height: number
  /** How wide the pack stands on the surface, and how deep that footprint looks. */
  foot: { width: number; depth: number; shift: number }
  /** The middle of the label, for close-ups. */
  face: { x: number; y: number; width: number }
}

/** Prints a label on a panel of the form's own size; a box also has a plainer side. */
export type Print = (panel: { width: number; height: number }, face?: 'front' | 'side') => Shape[]

export type Form = (defs: Defs, print: Print) => Pack
