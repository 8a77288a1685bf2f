import {
  commit,
  mostWrites,
  prepareSave,
  type Save,
  withWordsLater,
  writesOf,
} from '#lib/data/save-listing.ts'
import { eachAtOnce } from '#lib/domain/at-once.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import type { Listing } from '#lib/domain/listing.ts'

/** Transactions at a time: each is a request that mostly waits. */
const atOnce = 8
/** Listings in one transaction: fewer requests, and yet little to do again where one of them is refused. */
const together = 4

type Edit = { listing: Listing; expectedVersion: number }

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

/** One transaction takes so many writes, and of each item one. */
function canStandTogether(saves: readonly Save[]): boolean {
  const slugs = new Set(saves.map(({ saved }) => saved.slug))
  const writes = saves.reduce((sum, save) => sum + writesOf(save), 0)
  return saves.length > 0 && slugs.size === saves.length && writes <= mostWrites
}

async function saveTogether(edits: readonly Edit[], onSaved: (edit: Edit) => void): Promise<void> {
  const saves: { edit: Edit; save: Save }[] = []
  await Promise.all(
    edits.map(edit =>
      wasSaved(
        prepareSave(edit.listing, edit.expectedVersion).then(save =>
          saves.push({ edit, save: withWordsLater(save) }),
        ),
      ),
    ),
  )
  const all = saves.map(each => each.save)
  const isWhole = canStandTogether(all) && (await wasSaved(commit(all)))
  for (const { edit, save } of saves) {
    if (isWhole || (await wasSaved(commit([save])))) onSaved(edit)
  }
}

/**
 * Saves edits as `saveListing` does, each wholly or not at all, but their search words, which follow by the clock
 * within minutes. Returns, for each, whether it was saved: not where someone else saved first.
 */
export async function saveListings(edits: readonly Edit[]): Promise<boolean[]> {
  const groups = Array.from({ length: Math.ceil(edits.length / together) }, (_, index) =>
    edits.slice(index * together, (index + 1) * together),
  )
  const saved = new Set<Edit>()
  await eachAtOnce(atOnce, groups, group => saveTogether(group, edit => saved.add(edit)))
  return edits.map(edit => saved.has(edit))
}
