import { useRef, useState } from 'react'
import type { Action } from '#lib/domain/action-result.ts'
import { type ImportRow, type RowOutcome, type RowProblem, rowsAtOnce } from '#lib/domain/listing-import.ts'
import { readFile } from './read-file.ts'

export type BringIn = Action<{ rows: ImportRow[]; apply: boolean }, RowOutcome[]>

export type ImportState = {
  phase: 'empty' | 'looking' | 'looked' | 'importing' | 'done'
  fileName: string
  done: number
  total: number
  counts: Record<RowOutcome['outcome'], number>
  problems: RowProblem[]
  /** Why it stopped before the end. */
  stopped?: string
}

const nothing: ImportState = {
  phase: 'empty',
  fileName: '',
  done: 0,
  total: 0,
  counts: { created: 0, changed: 0, unchanged: 0, refused: 0 },
  problems: [],
}

/** A call carries so many bytes at most: the server takes a megabyte. */
const bytesAtOnce = 800_000
const bytesOf = (row: ImportRow) => new TextEncoder().encode(JSON.stringify(row)).length

function* batches(rows: readonly ImportRow[]): Generator<ImportRow[]> {
  let batch: ImportRow[] = []
  let size = 0
  for (const row of rows) {
    const length = bytesOf(row)
    if (batch.length === rowsAtOnce || (batch.length > 0 && size + length > bytesAtOnce)) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(row)
    size += length
  }
  if (batch.length > 0) yield batch
}

/** A file on its way in: read here, looked through by the server batch by batch, then brought in the same way. */
export function useImport(bringIn: BringIn) {
  const [state, setState] = useState(nothing)
  const rows = useRef<ImportRow[]>([])
  const isStopped = useRef(false)

  async function send(apply: boolean, from: ImportState) {
    let current: ImportState = { ...from, done: 0, counts: nothing.counts, stopped: undefined }
    setState(current)
    isStopped.current = false
    const sent = apply ? rows.current.filter(row => !refusedBefore(from, row)) : rows.current
    current.total = sent.length
    for (const batch of batches(sent)) {
      const result = isStopped.current
        ? undefined
        : await bringIn({ rows: batch, apply }).catch(() => undefined)
      if (!result?.ok) {
        const why = result?.message ?? (isStopped.current ? 'Stopped.' : 'The connection broke.')
        return setState({ ...current, phase: apply ? 'done' : 'empty', stopped: why })
      }
      const counts = { ...current.counts }
      for (const { outcome } of result.data) counts[outcome] += 1
      const problems = [...current.problems, ...result.data.flatMap(each => each.problems)]
      current = { ...current, done: current.done + batch.length, counts, problems }
      setState(current)
    }
    setState({ ...current, phase: apply ? 'done' : 'looked' })
  }

  async function choose(file: File) {
    const read = await readFile(file).catch(() => undefined)
    rows.current = read?.rows ?? []
    const problems = read?.problems ?? [{ line: 1, column: '', problem: 'This file cannot be read as text.' }]
    const begun: ImportState = { ...nothing, phase: 'looking', fileName: file.name, problems }
    if (rows.current.length === 0) return setState({ ...begun, phase: 'looked' })
    await send(false, { ...begun, total: rows.current.length })
  }

  return {
    state,
    choose,
    apply: () => send(true, { ...state, phase: 'importing', problems: [] }),
    stop: () => {
      isStopped.current = true
    },
    clear: () => {
      rows.current = []
      setState(nothing)
    },
  }
}

function refusedBefore({ problems }: ImportState, { line }: ImportRow): boolean {
  return problems.some(problem => problem.line === line)
}
