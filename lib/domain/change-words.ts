import type { Change, ChangeSubject } from '#lib/domain/change.ts'
import { documentTitle } from '#lib/domain/site/document-titles.ts'

const verbWords: Record<Change['verb'], string> = {
  created: 'Created',
  saved: 'Saved',
  drafted: 'Began editing',
  discarded: 'Discarded the draft of',
  published: 'Published',
  scheduled: 'Scheduled',
  unscheduled: 'Took back what was scheduled for',
  unpublished: 'Unpublished',
  archived: 'Archived',
  rolled_back: 'Rolled back',
  uploaded: 'Uploaded a picture for',
  shared: 'Made a preview link for',
  asked: 'Asked the retailer about',
  released: 'Released what the retailer held for',
  resolved: 'Marked resolved',
  exported: 'Took as a file',
  erased: 'Erased',
  set_consents: 'Changed the consents of',
  set_role: 'Changed the role of',
  enabled: 'Enabled',
  disabled: 'Disabled',
  moved: 'Moved',
}

const subjectWords: Record<ChangeSubject['kind'], string> = {
  listing: 'listing',
  shop: 'the shop’s',
  order: 'order',
  customer: 'customer',
  audience: 'audience',
  person: 'person',
  retailer: 'retailer',
}

/** A change in a few words, without who and when: `Published listing sea-salt-granola`. */
export function changeTitle({ verb, subject }: Pick<Change, 'verb' | 'subject'>): string {
  const name = subject.kind === 'shop' ? documentTitle(subject.id) : subject.id
  return `${verbWords[verb]} ${subjectWords[subject.kind]} ${name}`
}
