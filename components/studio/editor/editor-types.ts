import type { FindProducts } from '#components/studio/editor/products-field.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import type { FieldChange } from '#lib/domain/compare-edits.ts'
import type { Believed, EditState, Stale } from '#lib/domain/edit-state.ts'
import type { Listing } from '#lib/domain/listing.ts'
import type { ListingCheck } from '#lib/domain/listing-checks.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'
import type { SkuAnswer, SkuQuestion } from '#lib/domain/retailer-check.ts'

export type VersionSummary = Pick<Listing, 'version' | 'name' | 'status' | 'updatedAt' | 'updatedBy'>

/** The server actions that the editor is handed. */
export type EditorActions = {
  autosave: Action<
    Believed & { slug: string; edit: ListingEdit },
    { status: 'saved'; revision: string; at: string } | Stale<ListingEdit>
  >
  /** Answers what is published; nothing where the listing never was, and is gone. */
  discard: Action<{ slug: string; revision: string }, EditState<ListingEdit> | undefined>
  publish: Action<
    Believed & { slug: string; publishAt?: string; unpublishAt?: string },
    | { status: 'published'; version: number }
    | { status: 'scheduled'; publishAt: string }
    | { status: 'incomplete'; checks: ListingCheck[] }
    | Stale<ListingEdit>
  >
  unschedule: Action<{ slug: string }, boolean>
  withdraw: Action<{ slug: string; status: 'draft' | 'archived' }, { version: number }>
  rollBack: Action<
    Believed & { slug: string; version: number },
    { status: 'rolled_back'; version: number; edit: ListingEdit } | Stale<ListingEdit>
  >
  compare: Action<{ slug: string; version?: number }, FieldChange[]>
  checkSkus: Action<{ questions: SkuQuestion[] }, SkuAnswer[]>
  findListings: FindProducts
  beginUpload: Action<{ slug: string; type: string; size: number }, { id: string; url: string; type: string }>
  endUpload: Action<{ slug: string; id: string }, { src: string }>
  sharePreview: Action<{ slug: string }, string>
}

/** What the editor knows beside the listing itself. */
export type EditorContext = {
  slug: string
  status: Listing['status']
  plan: { publishAt?: string; unpublishAt?: string }
  versions: VersionSummary[]
  categories: { slug: string; name: string }[]
  retailers: { id: string; name: string }[]
  substituteNames: Record<string, string>
  /** Opens the preview in this browser. */
  previewPath: string
  /** The site's address, for the look of a search result. */
  site: string
}
