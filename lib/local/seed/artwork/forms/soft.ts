import type { Defs } from '#lib/local/seed/artwork/defs.ts'

const layers = [2.3, 1.9, 1.5, 1.1, 0.7, 0.4]

/** A stroke that fades towards its edges: stacked strokes, since a blur filter takes ten times as long to draw. */
export function softStroke(path: string, color: string, width: number, opacity: number): string {
  const each = (1 - (1 - opacity) ** (1 / layers.length)).toFixed(3)
  return layers
    .map(
      part =>
        `<path d="${path}" fill="none" stroke="${color}" stroke-width="${(width * part).toFixed(1)}" stroke-linecap="round" opacity="${each}"/>`,
    )
    .join('')
}

/** A glow that fades from its middle. */
export function softGlow(
  defs: Defs,
  at: { x: number; y: number; rx: number; ry: number },
  color: string,
  opacity: number,
): string {
  const fill = defs.round(0.5, 0.5, 0.5, [
    [0, color, opacity],
    [0.5, color, opacity * 0.55],
    [1, color, 0],
  ])
  return `<ellipse cx="${at.x}" cy="${at.y}" rx="${at.rx}" ry="${at.ry}" fill="${fill}"/>`
}

/** The shadow a label throws on what it sticks to; `outline` gives the label's path moved by some pixels. */
export function softShadow(
  outline: (dx: number, dy: number) => string,
  reach: number,
  opacity: number,
): string {
  return [0.25, 0.5, 0.75, 1, 1.25]
    .map(
      part =>
        `<path d="${outline(reach * part * 0.7, reach * part)}" fill="#10151a" opacity="${(opacity / 4).toFixed(3)}"/>`,
    )
    .join('')
}
