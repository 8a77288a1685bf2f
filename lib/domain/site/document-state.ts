/** What names the state of a document that an editor has seen: its draft, and the version that departs from. */
export type Believed = { revision: string; base: number }

/** A document's content as it now stands in the studio, and what names it. */
export type DocumentState<Content> = Believed & { edit: Content; at?: string; by?: string }

/**
 * Someone else changed the document: `current` is how it stands now. `ancestor` is what both began from, where that
 * is not what the editor itself last saw.
 */
export type StaleDocument<Content> = {
  status: 'stale'
  ancestor?: Content
  current: DocumentState<Content>
}

/** What stands in the way of publishing, at the field it belongs to. */
export type DocumentProblem = { path: string; message: string }
