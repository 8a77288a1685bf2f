import type { Action } from '#lib/domain/action-result.ts'
import type { FieldChange } from '#lib/domain/compare-edits.ts'
import type { Believed, EditState, Stale } from '#lib/domain/edit-state.ts'
import type { DocumentProblem } from '#lib/domain/site/documents.ts'

/** What became of the wish to publish; `edit` is the content as it was published. */
export type PublishAnswer<Content> =
  | { status: 'published'; version: number; edit: Content }
  | { status: 'incomplete'; problems: DocumentProblem[] }
  | Stale<Content>

/** The server actions that the editor of a document is handed. */
export type DocumentActions<Content> = {
  autosave: Action<
    Believed & { edit: Content },
    { status: 'saved'; revision: string; at: string } | Stale<Content>
  >
  /** Answers what is published. */
  discard: Action<{ revision: string }, EditState<Content>>
  publish: Action<Believed, PublishAnswer<Content>>
  rollBack: Action<Believed & { version: number }, PublishAnswer<Content>>
  compare: Action<{ version?: number }, FieldChange[]>
}
