'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { KeysDialog } from '#components/studio/listings/keys-dialog.tsx'
import { ManyNotice, type ManyResult } from '#components/studio/listings/many-notice.tsx'
import { SelectionBar } from '#components/studio/listings/selection-bar.tsx'
import { useRowKeys } from '#components/studio/listings/use-row-keys.ts'
import { useSelection } from '#components/studio/listings/use-selection.ts'
import { Button } from '#components/ui/button.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import type { KnownListing, ManyOutcome, ManyWish } from '#lib/domain/listing-state.ts'

type Properties = {
  /** The rows of the page as they were when it was made, in order. */
  rows: KnownListing[]
  changeMany: Action<ManyWish, ManyOutcome>
  /** The table, with a box named `listing` in each row; or what stands in for it where no listing matches. */
  children: ReactNode
}

/** The rows of the table to work on: ticked one by one or all at once, with the pointer or by keys. */
export function ListingDesk({ rows, changeMany, children }: Properties) {
  const form = useRef<HTMLFormElement>(null)
  const all = useRef<HTMLInputElement>(null)
  const notice = useRef<HTMLDivElement>(null)
  const { selected, read, choose } = useSelection(form, rows)
  const [pending, setPending] = useState<ManyWish['act']>()
  const [result, setResult] = useState<ManyResult>()
  const [isHelping, setHelping] = useState(false)
  const help = useCallback(() => setHelping(true), [])
  const clear = useCallback(() => choose(() => false), [choose])
  useRowKeys(form, { onHelp: help, onClear: clear })

  useEffect(() => {
    if (all.current) all.current.indeterminate = selected.length > 0 && selected.length < rows.length
  }, [selected, rows])

  useEffect(() => {
    if (result) notice.current?.focus()
  }, [result])

  async function run(act: ManyWish['act']) {
    setPending(act)
    const listings = rows.filter(({ slug }) => selected.includes(slug))
    const answer = await changeMany({ act, listings }).catch(() => undefined)
    setPending(undefined)
    if (!answer?.ok) return setResult({ message: answer?.message ?? 'The site did not answer.' })
    const { data: outcome } = answer
    choose(slug => outcome.refused.some(each => each.slug === slug))
    setResult({ act, outcome })
  }

  return (
    <form className="grid gap-3" onChange={read} onSubmit={event => event.preventDefault()} ref={form}>
      <div className="focus-visible:outline-none" ref={notice} role="status" tabIndex={-1}>
        {result && <ManyNotice result={result} />}
      </div>
      {rows.length > 0 && (
        <div className="flex min-h-11 items-center justify-between gap-3">
          <label className="flex min-h-11 items-center text-sm">
            <span className="grid size-11 place-items-center">
              <input
                checked={selected.length === rows.length}
                className="size-5 accent-grass"
                onChange={event => choose(() => event.target.checked)}
                ref={all}
                type="checkbox"
              />
            </span>
            Select all {rows.length} on this page
          </label>
          <Button className="max-md:hidden" onClick={help} size="small" variant="quiet">
            Keys
          </Button>
        </div>
      )}
      {children}
      <p className="sr-only" role="status">
        {selected.length > 0 && `${selected.length} selected`}
      </p>
      {selected.length > 0 && (
        <SelectionBar
          count={selected.length}
          onAct={act => void run(act)}
          onClear={clear}
          pending={pending}
        />
      )}
      <KeysDialog onClose={() => setHelping(false)} open={isHelping} />
    </form>
  )
}
