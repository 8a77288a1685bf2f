import { getPublished, setTurn } from '#lib/data/documents.ts'
import { nextTurn } from '#lib/domain/site/announcements.ts'
import { revalidateSite } from '#lib/services/revalidate-site.ts'

/**
 * Has the shop's frame made anew where an announcement's time has come or is over. A shop that has not heard would
 * show its old frame for a day, so it stays due until it has. Returns whether anything was due and done.
 */
export async function turnAnnouncements(at = new Date()): Promise<boolean> {
  const now = at.toISOString()
  const published = await getPublished('announcements')
  if (!published?.turn || published.turn > now) return false
  if (!(await revalidateSite(['frame']))) return false
  await setTurn('announcements', published.version, nextTurn(published.content, now))
  return true
}
