import { getDocumentDraft, getPublished } from '#lib/data/documents.ts'
import { firstHome, type HomeSection, shownSections } from '#lib/domain/site/home.ts'
import { homePath, openPreview } from '#lib/services/preview-link.ts'

/** The sections of the home page as shoppers see it. Reads one item. */
export async function getHome(): Promise<HomeSection[]> {
  return shownSections((await getPublished('home'))?.content ?? firstHome)
}

/** The sections as the draft would show them, for whoever holds a preview of the home page; else undefined. */
export async function getHomePreview(held: string | undefined): Promise<HomeSection[] | undefined> {
  const preview = held ? await openPreview(held) : undefined
  if (preview?.path !== homePath) return undefined
  const draft = await getDocumentDraft('home')
  return draft ? shownSections(draft.content, false) : getHome()
}
