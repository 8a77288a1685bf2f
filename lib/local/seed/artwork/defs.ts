/** A gradient stop: offset 0 to 1, colour, opacity. */
export type Stop = readonly [offset: number, color: string, opacity?: number]

function stops(list: readonly Stop[]): string {
  return list
    .map(
      ([offset, color, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`,
    )
    .join('')
}

/** Gradients, filters and clips of one picture, each with a name of its own. */
export class Defs {
  #parts: string[] = []

  #add(tag: string, attributes: string, body: string): string {
    const id = `d${this.#parts.length}`
    this.#parts.push(`<${tag} id="${id}" ${attributes}>${body}</${tag}>`)
    return `url(#${id})`
  }

  /** A gradient across the painted shape's box, left to right. */
  across(list: readonly Stop[]): string {
    return this.#add('linearGradient', 'x1="0" y1="0" x2="1" y2="0"', stops(list))
  }

  /** A gradient down the painted shape's box. */
  down(list: readonly Stop[]): string {
    return this.#add('linearGradient', 'x1="0" y1="0" x2="0" y2="1"', stops(list))
  }

  /** A gradient from one point to another in the picture's pixels. */
  between(x1: number, y1: number, x2: number, y2: number, list: readonly Stop[]): string {
    return this.#add(
      'linearGradient',
      `gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`,
      stops(list),
    )
  }

  /** A round gradient in fractions of the painted shape's box. */
  round(cx: number, cy: number, radius: number, list: readonly Stop[]): string {
    return this.#add('radialGradient', `cx="${cx}" cy="${cy}" r="${radius}"`, stops(list))
  }

  /** Softens; the shape it is used on should be at least eight deviations across, as the edge is cut at 14%. */
  blur(deviation: number): string {
    return this.#add(
      'filter',
      'x="-14%" y="-14%" width="128%" height="128%" color-interpolation-filters="sRGB"',
      `<feGaussianBlur stdDeviation="${deviation}"/>`,
    )
  }

  /** Softens a small shape far beyond its edge. */
  haze(deviation: number): string {
    return this.#add(
      'filter',
      'x="-60%" y="-100%" width="220%" height="300%" color-interpolation-filters="sRGB"',
      `<feGaussianBlur stdDeviation="${deviation}"/>`,
    )
  }

  /** Clips to an SVG path. */
  clip(path: string): string {
    return this.#add('clipPath', '', `<path d="${path}"/>`)
  }

  toString(): string {
    return `<defs>${this.#parts.join('')}</defs>`
  }
}
