import { Badge } from '#components/ui/badge.tsx'
import type { Listing } from '#lib/domain/listing.ts'

/** Whether shoppers see a listing, in a word. */
export function StatusBadge({ status }: { status: Listing['status'] }) {
  return status === 'published' ? <Badge tone="good">Published</Badge> : <Badge tone="warn">Draft</Badge>
}
