import { z } from 'zod'
import { documentFields } from '#lib/domain/site/fields.ts'

export const mostAnnouncements = 20
export const tones = ['plain', 'good', 'urgent'] as const
export type Tone = (typeof tones)[number]

function schema(whole: boolean) {
  const { key, text, link } = documentFields(whole)
  /** ISO 8601, or empty for from now on and for ever. */
  const time = z.union([z.literal(''), z.iso.datetime()], { error: 'Choose a day and a time.' })
  return z.object({
    announcements: z
      .array(
        z
          .object({
            key,
            hidden: z.boolean(),
            text: text(120, 'Write what shoppers are to read.'),
            link,
            tone: z.enum(tones),
            from: time,
            until: time,
          })
          .refine(({ from, until }) => !whole || until === '' || until > from, {
            path: ['until'],
            message: 'Choose a time after it appears.',
          }),
      )
      .max(mostAnnouncements),
  })
}

/** The lines above the shop's header as they may be published, and as a draft of them may be. */
export const announcementsSchema = schema(true)
export const announcementsDraftSchema = schema(false)
export type Announcements = z.infer<typeof announcementsSchema>
export type Announcement = Announcements['announcements'][number]

/** An announcement that nobody has written yet. */
export function blankAnnouncement(key: string): Announcement {
  return { key, hidden: false, text: '', link: { label: '', href: '' }, tone: 'plain', from: '', until: '' }
}

/** What the shop shows of an announcement. */
export type ShownAnnouncement = Pick<Announcement, 'text' | 'link' | 'tone'>

/** The one announcement that the shop shows at a time (ISO 8601): the first in the list whose time it is. */
export function announcementAt({ announcements }: Announcements, now: string): ShownAnnouncement | undefined {
  const found = announcements.find(
    ({ hidden, from, until }) => !hidden && from <= now && (until === '' || until > now),
  )
  if (!found) return undefined
  const { text, link, tone } = found
  return { text, link, tone }
}

/** When what the shop shows changes next by the clock, after a time; ISO 8601, undefined for never. */
export function nextTurn({ announcements }: Announcements, after: string): string | undefined {
  return announcements
    .flatMap(({ hidden, from, until }) => (hidden ? [] : [from, until]))
    .filter(time => time > after)
    .toSorted()[0]
}
