function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** `part` of the way from `from` to `to`; both are `#rrggbb`. */
export function mix(from: string, to: string, part: number): string {
  const a = channels(from)
  const b = channels(to)
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? value) - value) * part))
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

/** Towards a warm white, `part` from 0 to 1. */
export const lighten = (hex: string, part: number) => mix(hex, '#fffaf0', part)

/** Towards a cool near-black, `part` from 0 to 1. */
export const darken = (hex: string, part: number) => mix(hex, '#14181c', part)
