import { drawn } from '#lib/local/seed/artwork/shape.ts'
import type { Form } from './form.ts'
import { softStroke } from './soft.ts'

/** A stand-up pouch: sealed along the top, a zip below it, filled towards the foot. `paper` is duller than film. */
export function pouch({
  width,
  height,
  paper = false,
}: {
  width: number
  height: number
  paper?: boolean
}): Form {
  return (defs, print) => {
    const half = width / 2
    const h = height
    const outline = `M${-half + 12} ${-h}H${half - 12}Q${half - 5} ${-h} ${half - 5} ${-h + 8}C${half - 3} ${-h * 0.78} ${half + 9} ${-h * 0.4} ${half - 1} -46C${half - 3} -18 ${half - 22} -9 ${half - 54} -5C${half * 0.45} 4 ${-half * 0.45} 4 ${-half + 54} -5C${-half + 22} -9 ${-half + 3} -18 ${-half + 1} -46C${-half - 9} ${-h * 0.4} ${-half + 3} ${-h * 0.78} ${-half + 5} ${-h + 8}Q${-half + 5} ${-h} ${-half + 12} ${-h}Z`
    const clip = defs.clip(outline)
    const seal = 44
    const ribs = Array.from(
      { length: 7 },
      (_, row) =>
        `<path d="M${-half} ${-h + 6 + row * 5.6}H${half}" stroke="#12171c" stroke-width="1.3" opacity="0.12"/>`,
    ).join('')
    const zip = -h + 92
    const gusset = `M${-half - 4} -112C${-half * 0.6} -34 ${half * 0.6} -34 ${half + 4} -112`
    const art = print({ width: width + 20, height: h })
    const gloss = paper ? 0.5 : 1
    const svg = `<path d="${outline}" fill="#cccccc"/><g clip-path="${clip}">${drawn(art, (x, y) => {
      const part = y / h
      const belly = Math.sin(Math.PI * Math.min(1, Math.max(0, (part - 0.15) / 0.85)))
      const across = (x - half - 10) / half
      return [x - half - 10, y - h + belly * (1 - across ** 2) * 7]
    })}<rect x="${-half - 20}" y="${-h}" width="${width + 40}" height="${h + 20}" fill="${defs.across([
      [0, '#12171c', 0.36],
      [0.06, '#12171c', 0.14],
      [0.2, '#ffffff', 0.16 * gloss],
      [0.34, '#ffffff', 0.12 * gloss],
      [0.58, '#12171c', 0],
      [0.84, '#12171c', 0.14],
      [0.95, '#12171c', 0.3],
      [1, '#12171c', 0.42],
    ])}"/><rect x="${-half - 20}" y="${-h}" width="${width + 40}" height="${h + 20}" fill="${defs.down([
      [0, '#ffffff', 0.1],
      [0.16, '#12171c', 0.1],
      [0.34, '#ffffff', 0.07],
      [0.72, '#12171c', 0],
      [1, '#12171c', 0.3],
    ])}"/>${softStroke(`M${-half * 0.78} ${-h * 0.72}C${-half * 0.66} ${-h * 0.5} ${-half * 0.7} ${-h * 0.34} ${-half * 0.6} ${-h * 0.16}`, '#ffffff', 30 * gloss, 0.3 * gloss)}${softStroke(`M${half * 0.86} ${-h * 0.8}C${half * 0.72} ${-h * 0.6} ${half * 0.92} ${-h * 0.36} ${half * 0.8} ${-h * 0.14}`, '#12171c', 30, 0.18)}${softStroke(`M${-half} ${-h + 70}L${-half * 0.62} ${-h * 0.78}M${half} ${-h + 66}L${half * 0.6} ${-h * 0.77}`, '#12171c', 20, 0.18)}<path d="${gusset}L${half} 40H${-half}Z" fill="${defs.down(
      [
        [0, '#12171c', 0.3],
        [0.5, '#12171c', 0.16],
        [1, '#12171c', 0.1],
      ],
    )}"/>${softStroke(`M${-half + 8} ${-h * 0.8}L${-half * 0.7} ${-h * 0.69}M${half - 8} ${-h * 0.79}L${half * 0.74} ${-h * 0.7}M${-half + 4} -150L${-half * 0.76} -190M${half - 4} -146L${half * 0.78} -182`, '#ffffff', 3.4, 0.4 * gloss)}${softStroke(gusset, '#ffffff', 2.6, 0.36)}<path d="${gusset}" stroke="#12171c" stroke-width="1.6" opacity="0.3" fill="none" transform="translate(0 3)"/><rect x="${-half}" y="${-h}" width="${width}" height="${seal}" fill="#ffffff" opacity="0.1"/>${ribs}<path d="M${-half} ${-h + seal}H${half}" stroke="#12171c" stroke-width="1.6" opacity="0.3"/><path d="M${-half} ${zip}H${half}M${-half} ${zip + 7}H${half}" stroke="#12171c" stroke-width="1.6" opacity="0.2"/><path d="M${-half} ${zip + 2}H${half}M${-half} ${zip + 9}H${half}" stroke="#ffffff" stroke-width="1.6" opacity="0.32"/></g><path d="M${-half + 2} ${-h + 62}l9 5l-9 5Z M${half - 2} ${-h + 62}l-9 5l9 5Z" fill="#12171c" opacity="0.35"/>`
    return {
      svg,
      width,
      height: h,
      foot: { width: width * 0.86, depth: 34, shift: 0 },
      face: { x: 0, y: -h * 0.52, width },
    }
  }
}
