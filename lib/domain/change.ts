import { z } from 'zod'
import { idSchema } from '#lib/domain/ids.ts'

/** The kinds of things whose changes are recorded. */
export const changeSubjects = [
  'listing',
  'shop',
  'order',
  'customer',
  'audience',
  'person',
  'retailer',
] as const

/** What a person in the studio can have done to a thing. */
export const changeVerbs = [
  'created',
  'saved',
  'drafted',
  'discarded',
  'published',
  'scheduled',
  'unscheduled',
  'unpublished',
  'archived',
  'rolled_back',
  'uploaded',
  'shared',
  'asked',
  'released',
  'resolved',
  'exported',
  'erased',
  'set_consents',
  'set_role',
  'enabled',
  'disabled',
  'moved',
] as const

const subjectSchema = z.object({ kind: z.enum(changeSubjects), id: z.string().min(1).max(120) })
/** What was changed: a listing by its slug, an order by its id, of the shop a document by its name. */
export type ChangeSubject = z.infer<typeof subjectSchema>

/** One thing a person did in the studio: written once, never changed. */
export const changeSchema = z.object({
  id: idSchema('change'),
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** The e-mail address of who did it. */
  by: z.string(),
  subject: subjectSchema,
  verb: z.enum(changeVerbs),
  /** What exactly, in a few words for a person: `version 4: name, tagline`. Nobody's personal data. */
  detail: z.string().max(500).optional(),
})
export type Change = z.infer<typeof changeSchema>

/** What an action says of itself; who and when are added to it. */
export type NewChange = Pick<Change, 'subject' | 'verb' | 'detail'>
