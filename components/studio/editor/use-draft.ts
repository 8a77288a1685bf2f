import { useEffect, useRef, useState } from 'react'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import type { Action } from '#lib/domain/action-result.ts'
import type { Believed, EditState, Stale } from '#lib/domain/edit-state.ts'
import { type Difference, mergeEdits } from '#lib/domain/merge-edits.ts'
import { sameValue } from '#lib/domain/same-value.ts'

/** Milliseconds without typing after which a draft is kept. */
const pause = 700
const retryAfter = 5000

export type SaveState = 'idle' | 'typing' | 'saving' | 'saved' | 'failed' | 'conflict'

/** What an editor says of the state of a draft. */
export const saveWords: Record<SaveState, string> = {
  idle: '',
  typing: 'Not saved yet',
  saving: 'Saving the draft…',
  saved: 'Draft saved',
  failed: 'Not saved: the site did not answer. Trying again.',
  conflict: 'Not saved: choose below first',
}

export type Merge = { by: string; taken: boolean; conflicts: Difference[] }

/** Keeps content as the draft over the one that the editor has seen, or says what has become of that. */
export type SaveDraft<Content> = Action<
  Believed & { edit: Content },
  { status: 'saved'; revision: string; at: string } | Stale<Content>
>

/**
 * Keeps the form's content as the draft while it is typed. What someone else changed meanwhile is worked in
 * field by field; fields that both changed wait for a choice, and nothing is saved until it is made.
 */
export function useDraft<Content extends FieldValues>(
  form: UseFormReturn<Content>,
  initial: EditState<Content>,
  save: SaveDraft<Content>,
) {
  const [state, setState] = useState<SaveState>('idle')
  const [savedAt, setSavedAt] = useState(initial.at)
  const [merge, setMerge] = useState<Merge>()
  const [hasDraft, setHasDraft] = useState(initial.revision !== '')
  const synced = useRef(initial)
  const isForced = useRef(false)
  const waiting = useRef<Difference[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean>>(undefined)

  function isChanged(): boolean {
    return isForced.current || !sameValue(form.getValues(), synced.current.edit)
  }

  function schedule(milliseconds = pause): void {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), milliseconds)
  }

  function absorb({ ancestor, current }: Stale<Content>): void {
    const mine = form.getValues()
    const { merged, conflicts } = mergeEdits(ancestor ?? synced.current.edit, mine, current.edit)
    synced.current = current
    isForced.current = !sameValue(merged, current.edit) || ancestor !== undefined
    waiting.current = conflicts
    setHasDraft(current.revision !== '')
    setMerge({
      by: current.by ?? '',
      taken: !sameValue(mine, merged),
      conflicts,
    })
    form.reset(merged)
    setState(conflicts.length > 0 ? 'conflict' : 'typing')
    if (conflicts.length === 0) schedule(0)
  }

  async function send(): Promise<boolean> {
    const edit = structuredClone(form.getValues())
    const { revision, base } = synced.current
    setState('saving')
    const result = await save({ edit, revision, base }).catch(() => undefined)
    if (!result?.ok) {
      setState('failed')
      if (!result || result.code === 'unexpected') schedule(retryAfter)
      return false
    }
    if (result.data.status === 'stale') {
      absorb(result.data)
      return false
    }
    synced.current = { edit, base, revision: result.data.revision }
    isForced.current = false
    setHasDraft(true)
    setSavedAt(result.data.at)
    setState('saved')
    return true
  }

  /** Saves what is not saved yet; false where it could not be, or waits for a choice. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer.current)
    await running.current
    if (waiting.current.length > 0) return false
    if (!isChanged()) return true
    running.current = send()
    return running.current
  }

  const latest = useRef(schedule)
  latest.current = schedule
  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        if (waiting.current.length > 0) return
        setState(before => (before === 'saving' ? before : 'typing'))
        latest.current()
      },
    })
    return () => {
      stop()
      clearTimeout(timer.current)
    }
  }, [form])

  const isUnsaved = state === 'typing' || state === 'failed' || state === 'conflict'
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isUnsaved])

  return {
    state,
    savedAt,
    merge,
    hasDraft,
    flush,
    absorb,
    /** What the editor has seen, for actions that must know it. */
    believed: (): Believed => ({ revision: synced.current.revision, base: synced.current.base }),
    /** Ends a conflict about one field, with either side's value. */
    settle(difference: Difference, side: 'mine' | 'theirs') {
      type Field = Path<Content>
      if (side === 'theirs')
        form.setValue(difference.path as Field, difference.theirs as PathValue<Content, Field>)
      waiting.current = waiting.current.filter(each => each !== difference)
      isForced.current = true
      setMerge(before => before && { ...before, conflicts: waiting.current })
      if (waiting.current.length === 0) schedule(0)
    },
    dismissMerge: () => setMerge(undefined),
    /** The content as the server now says it is: after publishing, rolling back or discarding. */
    adopt(next: EditState<Content>) {
      synced.current = next
      isForced.current = false
      setHasDraft(next.revision !== '')
      setMerge(undefined)
      form.reset(next.edit)
      setState('idle')
    },
  }
}

export type Draft<Content extends FieldValues> = ReturnType<typeof useDraft<Content>>
