import {
  commit,
  mostWrites,
  prepareSave,
  type Save,
  withIndexLater,
  writesOf,
} from '#lib/data/save-listing.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { Listing } from '#lib/domain/listing.ts'

/** Listings read at a time. */
const atOnce = 8

type Edit = { listing: Listing; expectedVersion: number }
type Ready = { edit: Edit; save: Save }

/** False where someone else saved first. */
async function wasSaved(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (isDomainError(error, 'stale_version')) return false
    throw error
  }
}

/** As many saves together as one transaction takes, which may write each item once. */
function groupsOf(ready: readonly Ready[]): Ready[][] {
  const groups: Ready[][] = []
  let writes = 0
  for (const each of ready) {
    const group = groups.at(-1)
    const isRepeated = group?.some(({ save }) => save.saved.slug === each.save.saved.slug)
    writes += writesOf(each.save)
    if (group && !isRepeated && writes <= mostWrites) group.push(each)
    else {
      groups.push([each])
      writes = writesOf(each.save)
    }
  }
  return groups
}

/**
 * Saves edits as `saveListing` does, each wholly or not at all, but their search words and their places on the
 * shelves of tags, which follow by the clock within minutes. Returns, for each, whether it was saved: not where someone else saved first.
 */
export async function saveListings(edits: readonly Edit[]): Promise<boolean[]> {
  const ready: Ready[] = []
  await eachAtOnce(atOnce, edits, async edit => {
    const prepared = prepareSave(edit.listing, edit.expectedVersion)
    await wasSaved(prepared.then(save => ready.push({ edit, save: withIndexLater(save) })))
  })
  const saved = new Set<Edit>()
  for (const group of groupsOf(ready)) {
    const isWhole = await wasSaved(commit(group.map(({ save }) => save)))
    for (const { edit, save } of group) {
      // Where one was refused none is written: then each for itself.
      if (isWhole || (group.length > 1 && (await wasSaved(commit([save]))))) saved.add(edit)
    }
  }
  return edits.map(edit => saved.has(edit))
}
