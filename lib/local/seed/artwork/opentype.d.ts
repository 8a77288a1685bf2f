declare module 'opentype.js' {
  export type PathCommand =
    | { type: 'M' | 'L'; x: number; y: number }
    | { type: 'Q'; x1: number; y1: number; x: number; y: number }
    | { type: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
    | { type: 'Z' }
  export type Options = { kerning?: boolean; letterSpacing?: number }
  export type Font = {
    getPath(text: string, x: number, y: number, size: number, options?: Options): { commands: PathCommand[] }
    getAdvanceWidth(text: string, size: number, options?: Options): number
  }
  const opentype: { parse(buffer: ArrayBuffer): Font }
  export default opentype
}
