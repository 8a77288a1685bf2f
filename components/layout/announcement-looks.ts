import type { Tone } from '#lib/domain/site/announcements.ts'

/** How an announcement looks, by its tone. */
export const announcementLooks: Record<Tone, string> = {
  plain: 'bg-sunk text-ink',
  good: 'bg-tide text-on-tide [--focus:#f8c455]',
  urgent: 'bg-accent text-on-accent [--focus:#1b1606]',
}
