import { getPublished } from '#lib/data/documents.ts'
import { announcementAt, type ShownAnnouncement } from '#lib/domain/site/announcements.ts'
import { listShownCategories } from '#lib/services/list-categories.ts'

/** What every page of the shop shows around its content: the menu and, at its time, an announcement. */
export type Frame = { shelves: { slug: string; name: string }[]; announcement?: ShownAnnouncement }

/** The shop's frame as of now. Reads two items. */
export async function getFrame(): Promise<Frame> {
  const [categories, published] = await Promise.all([listShownCategories(), getPublished('announcements')])
  return {
    shelves: categories.map(({ slug, name }) => ({ slug, name })),
    announcement: published && announcementAt(published.content, new Date().toISOString()),
  }
}
