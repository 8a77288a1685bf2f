import { listChanges as readChanges } from '#lib/data/changes.ts'
import type { Change } from '#lib/domain/change.ts'

/**
 * A page of what people did in the studio in a month (`2026-11`, UTC), newest first. One Query. Throws
 * `invalid_input` for an `after` that was not given out.
 */
export function listChanges(month: string, after?: string): Promise<{ changes: Change[]; next?: string }> {
  return readChanges(month, { after })
}
