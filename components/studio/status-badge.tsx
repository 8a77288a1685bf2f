import { Badge } from '#components/ui/badge.tsx'
import type { Listing } from '#lib/domain/listing.ts'

const looks = {
  published: { tone: 'good', words: 'Published' },
  draft: { tone: 'warn', words: 'Unpublished' },
  archived: { tone: 'plain', words: 'Archived' },
} as const satisfies Record<Listing['status'], unknown>

/** Whether shoppers see a listing, in a word. */
export function StatusBadge({ status }: { status: Listing['status'] }) {
  const { tone, words } = looks[status]
  return <Badge tone={tone}>{words}</Badge>
}
