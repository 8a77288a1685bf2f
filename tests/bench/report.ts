import { mkdirSync, writeFileSync } from 'node:fs'

/** One measured thing. Without a mark it is for information. */
export type Line = {
  part: string
  what: string
  measured: string
  mark?: string
  met?: boolean
  details?: unknown
}

function judgement(line: Line): string {
  if (line.met === undefined) return ''
  return line.met ? 'met' : 'MISSED'
}

/** One line as it is printed. */
export function printed(line: Line): string {
  const columns = [
    line.part.padEnd(4),
    line.what.padEnd(58),
    line.measured.padEnd(34),
    (line.mark ?? '').padEnd(26),
  ]
  return `${columns.join('')}${judgement(line)}`
}

/** Prints all lines, writes them with their details to `file`, and says whether every mark was met. */
export function report(lines: readonly Line[], file: string): boolean {
  console.log(`\n${printed({ part: '', what: '', measured: 'measured', mark: 'mark' })}`)
  for (const line of lines) console.log(printed(line))
  mkdirSync('.local', { recursive: true })
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), lines }, undefined, 2)}\n`)
  return lines.every(line => line.met !== false)
}

/** The value at `part` (0 to 1) of `values` in order. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
