'use client'

import Link from 'next/link'
import { type DragEvent, useId, useState } from 'react'
import { Button, buttonStyles } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { ProblemTable } from './problem-table.tsx'
import { type BringIn, type ImportState, useImport } from './use-import.ts'

const rowsOf = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`

/** Chooses a file by click, key or drop. */
function FileChoice({ onChoose }: { onChoose: (file: File) => void }) {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file) onChoose(file)
  }
  return (
    <label
      className={`relative grid min-h-40 cursor-pointer place-content-center justify-items-center gap-2 border-2 border-edge border-dashed p-6 text-center hover:border-ink has-focus-visible:outline-3 has-focus-visible:outline-focus ${isOver ? 'bg-sunk' : 'bg-surface'}`}
      htmlFor={id}
      onDragLeave={() => setIsOver(false)}
      onDragOver={event => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDrop={drop}
    >
      <span className={buttonStyles({ variant: 'outline' })}>Choose a CSV file</span>
      <span className="text-muted text-sm">or drop it here</span>
      <input
        accept=".csv,text/csv"
        className="sr-only"
        id={id}
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) onChoose(file)
        }}
        type="file"
      />
    </label>
  )
}

function Progress({ state, onStop }: { state: ImportState; onStop: () => void }) {
  const words = state.phase === 'importing' ? 'Bringing in' : 'Looking through'
  return (
    <div className="grid gap-3">
      <p aria-live="polite" className="font-semibold">
        {words} {state.fileName}: {state.done.toLocaleString('en-US')} of {rowsOf(state.total)}
      </p>
      <progress aria-label={words} className="h-3 w-full accent-grass" max={state.total} value={state.done} />
      <div>
        <Button onClick={onStop} variant="outline">
          Stop
        </Button>
      </div>
    </div>
  )
}

function Counts({ state: { counts, phase } }: { state: ImportState }) {
  const past = phase === 'done'
  const lines = [
    [counts.created, past ? 'new listings made' : 'new listings'],
    [counts.changed, past ? 'listings changed' : 'listings to change'],
    [counts.unchanged, 'as they are already'],
    [counts.refused, past ? 'not brought in' : 'with problems'],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {lines.map(([count, label]) => (
        <div className="flex flex-col-reverse border-ink border-t pt-2" key={label}>
          <dt className="text-muted text-sm">{label}</dt>
          <dd className="font-semibold text-2xl tabular-nums">{count.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Two minutes of rest, one until the clock's next turn, and a thousand listings a turn. */
function minutesUntilFound(listings: number): number {
  return 3 + Math.ceil(listings / 1000)
}

/** A file of listings from choosing it to having it in the shop. */
export function ImportListings({ bringIn }: { bringIn: BringIn }) {
  const { state, choose, apply, stop, clear } = useImport(bringIn)
  const { phase, counts, problems, stopped } = state
  const coming = counts.created + counts.changed
  if (phase === 'empty') {
    return (
      <div className="grid gap-4">
        {stopped && <Notice role="alert" title={stopped} tone="bad" />}
        <FileChoice onChoose={file => void choose(file)} />
      </div>
    )
  }
  if (phase === 'looking' || phase === 'importing') return <Progress onStop={stop} state={state} />
  return (
    <div className="grid gap-6">
      <h2 className="font-semibold font-text text-xl">{state.fileName}</h2>
      {stopped && (
        <Notice role="alert" title={stopped} tone="bad">
          What was brought in so far is in. Bring the same file in again: it goes on where it stopped.
        </Notice>
      )}
      {phase === 'done' && !stopped && (
        <Notice role="status" title="The file is in." tone="good">
          {coming > 0 &&
            `The shop shows it now. Search, here and there, and the shop’s filters follow within ${minutesUntilFound(coming)} minutes.`}
        </Notice>
      )}
      <Counts state={state} />
      <div className="flex flex-wrap items-center gap-3">
        {phase === 'looked' && coming > 0 && (
          <Button onClick={() => void apply()}>Import {rowsOf(coming)}</Button>
        )}
        <Button onClick={clear} variant="outline">
          Choose another file
        </Button>
        {phase === 'done' && (
          <Link className="prose-link" href="/studio">
            To the listings
          </Link>
        )}
      </div>
      <ProblemTable problems={problems} />
    </div>
  )
}
