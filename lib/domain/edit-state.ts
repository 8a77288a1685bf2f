/** What names the state of edited content that an editor has seen: its draft, and the version that departs from. */
export type Believed = { revision: string; base: number }

/** Edited content as it now stands in the studio, and what names it. */
export type EditState<Content> = Believed & { edit: Content; at?: string; by?: string }

/**
 * Someone else changed the content: `current` is how it stands now. `ancestor` is what both began from, where that is
 * not what the editor itself last saw.
 */
export type Stale<Content> = { status: 'stale'; ancestor?: Content; current: EditState<Content> }

/** A version that was published: when, and by whom. */
export type VersionMark = { version: number; at: string; by: string }
