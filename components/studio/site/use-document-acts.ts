import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Draft } from '#components/studio/editor/use-draft.ts'
import type { DocumentActions, PublishAnswer } from '#components/studio/site/document-types.ts'
import type { ActionResult } from '#lib/domain/action-result.ts'

/** What the editor has to say of the last thing done. */
export type Said = { tone: 'good' | 'bad'; words: string; shows?: boolean }

type Setup<Content extends FieldValues> = {
  form: UseFormReturn<Content>
  draft: Draft<Content>
  actions: DocumentActions<Content>
  /** Called where something is missing in the form. */
  onIncomplete: () => void
}

/** Once what was folded is there to be seen. */
function goToFirstProblem(): void {
  setTimeout(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus())
}

/** All that can be done with a document beside typing: each keeps what is typed first, and says how it went. */
export function useDocumentActs<Content extends FieldValues>(setup: Setup<Content>) {
  const { form, draft, actions, onIncomplete } = setup
  const router = useRouter()
  const [said, setSaid] = useState<Said>()
  const [pending, setPending] = useState(false)

  async function attempt<Data>(
    act: () => Promise<ActionResult<Data>>,
    then: (data: Data) => void,
  ): Promise<void> {
    setPending(true)
    setSaid(undefined)
    const isKept = await draft.flush()
    const result = isKept ? await act().catch(() => undefined) : undefined
    setPending(false)
    if (!isKept) return setSaid({ tone: 'bad', words: 'Your draft is not saved yet: see above the form.' })
    if (!result) return setSaid({ tone: 'bad', words: 'The site did not answer. Please try again.' })
    if (!result.ok) return setSaid({ tone: 'bad', words: result.message })
    then(result.data)
  }

  function take(outcome: PublishAnswer<Content>, words: (version: number) => string): void {
    if (outcome.status === 'stale') {
      draft.absorb(outcome)
    } else if (outcome.status === 'incomplete') {
      onIncomplete()
      for (const { path, message } of outcome.problems) form.setError(path as Path<Content>, { message })
      const [first] = outcome.problems
      setSaid({ tone: 'bad', words: `Not published. ${first?.message ?? ''}` })
    } else {
      draft.adopt({ edit: outcome.edit, revision: '', base: outcome.version })
      setSaid({ tone: 'good', words: words(outcome.version), shows: true })
      router.refresh()
    }
  }

  async function publish() {
    if (!(await form.trigger())) {
      onIncomplete()
      goToFirstProblem()
      return setSaid({ tone: 'bad', words: 'Not published: something is missing. See below.' })
    }
    return attempt(
      () => actions.publish(draft.believed()),
      outcome => take(outcome, version => `Published as version ${version}.`),
    )
  }

  function rollBack(version: number) {
    const loses = 'The draft is not published and will be gone. Roll back all the same?'
    if (draft.hasDraft && !confirm(loses)) return
    return attempt(
      () => actions.rollBack({ version, ...draft.believed() }),
      outcome => take(outcome, newest => `Rolled back to version ${version}. It is version ${newest} now.`),
    )
  }

  function discard() {
    if (!confirm('Throw away all that is not published?')) return
    return attempt(
      () => actions.discard({ revision: draft.believed().revision }),
      state => {
        draft.adopt(state)
        setSaid({ tone: 'good', words: 'The draft is gone. This is what is published.' })
        router.refresh()
      },
    )
  }

  return { said, pending, publish, rollBack, discard }
}
