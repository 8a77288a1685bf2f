import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { EditorActions } from '#components/studio/editor/editor-types.ts'
import type { Timing } from '#components/studio/editor/publish-dialog.tsx'
import type { Draft } from '#components/studio/editor/use-draft.ts'
import type { ActionResult } from '#lib/domain/action-result.ts'
import { shortDateTime } from '#lib/domain/dates.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

/** What the editor has to say of the last thing done. */
export type Said = { tone: 'good' | 'bad'; words: string; link?: string; shows?: boolean }

type Pending = 'publish' | 'other'

type Setup = {
  form: UseFormReturn<ListingEdit>
  draft: Draft<ListingEdit>
  actions: EditorActions
  slug: string
  onIncomplete: () => void
}

const notAnswering: Said = { tone: 'bad', words: 'The site did not answer. Please try again.' }

/** All that can be done with a listing beside typing: each keeps what is typed first, and says how it went. */
export function useListingActs({ form, draft, actions, slug, onIncomplete }: Setup) {
  const router = useRouter()
  const [said, setSaid] = useState<Said>()
  const [pending, setPending] = useState<Pending>()
  const [isPublishOpen, setPublishOpen] = useState(false)
  const [problems, setProblems] = useState<Record<string, string>>({})

  async function attempt<Data>(
    act: () => Promise<ActionResult<Data>>,
    then: (data: Data) => void,
    kind: Pending = 'other',
  ): Promise<void> {
    setPending(kind)
    setSaid(undefined)
    setProblems({})
    if (!(await draft.flush())) {
      setPublishOpen(false)
      setSaid({ tone: 'bad', words: 'Your draft is not saved yet: see above the form.' })
      return setPending(undefined)
    }
    const result = await act().catch(() => undefined)
    setPending(undefined)
    if (!result) return setSaid(notAnswering)
    if (result.ok) return then(result.data)
    setProblems(result.fields)
    setSaid({ tone: 'bad', words: result.message })
  }

  function publish(timing: Timing) {
    return attempt(
      () => actions.publish({ slug, ...draft.believed(), ...timing }),
      outcome => {
        setPublishOpen(false)
        if (outcome.status === 'stale') return draft.absorb(outcome)
        if (outcome.status === 'incomplete') {
          void form.trigger()
          onIncomplete()
          return setSaid({ tone: 'bad', words: 'Not published: something is missing.' })
        }
        if (outcome.status === 'scheduled') {
          setSaid({ tone: 'good', words: `Scheduled for ${shortDateTime(outcome.publishAt)}.` })
        } else {
          draft.adopt({ edit: form.getValues(), revision: '', base: outcome.version })
          setSaid({ tone: 'good', words: `Published as version ${outcome.version}.`, shows: true })
        }
        router.refresh()
      },
      'publish',
    )
  }

  function rollBack(version: number) {
    const loses = draft.hasDraft && 'The draft is not published and will be gone. Roll back all the same?'
    if (loses && !confirm(loses)) return
    return attempt(
      () => actions.rollBack({ slug, version, ...draft.believed() }),
      outcome => {
        if (outcome.status === 'stale') return draft.absorb(outcome)
        draft.adopt({ edit: outcome.edit, revision: '', base: outcome.version })
        const words = `Rolled back to version ${version}. It is version ${outcome.version} now.`
        setSaid({ tone: 'good', words, shows: true })
        router.refresh()
      },
    )
  }

  function withdraw(status: 'draft' | 'archived') {
    return attempt(
      () => actions.withdraw({ slug, status }),
      ({ version }) => {
        const { revision } = draft.believed()
        if (revision === '') draft.adopt({ edit: form.getValues(), revision, base: version })
        setSaid({ tone: 'good', words: 'It is out of the shop.' })
        router.refresh()
      },
    )
  }

  function discard() {
    if (!confirm('Throw away all that is not published?')) return
    return attempt(
      () => actions.discard({ slug, revision: draft.believed().revision }),
      state => {
        if (!state) return router.push('/studio')
        draft.adopt(state)
        setSaid({ tone: 'good', words: 'The draft is gone. This is what is published.' })
        router.refresh()
      },
    )
  }

  function unschedule() {
    return attempt(
      () => actions.unschedule({ slug }),
      () => {
        setSaid({ tone: 'good', words: 'Nothing is scheduled any more.' })
        router.refresh()
      },
    )
  }

  function share() {
    return attempt(
      () => actions.sharePreview({ slug }),
      path => {
        const link = new URL(path, location.href).href
        navigator.clipboard?.writeText(link).catch(() => {})
        setSaid({ tone: 'good', words: 'Anyone with this link sees the draft, for 7 days:', link })
      },
    )
  }

  return {
    ...{ said, pending, problems, publish, rollBack, withdraw, discard, unschedule, share },
    isPublishOpen,
    openPublish: () => setPublishOpen(true),
    closePublish: () => setPublishOpen(false),
  }
}

export type ListingActs = ReturnType<typeof useListingActs>
