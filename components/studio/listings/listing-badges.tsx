import { StatusBadge } from '#components/studio/status-badge.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { shortDate } from '#lib/domain/dates.ts'
import type { Listing } from '#lib/domain/listing.ts'

type Properties = {
  status: Listing['status']
  version: number
  draft?: { at: string }
  plan?: { publishAt?: string; unpublishAt?: string }
}

/** A listing's state in a row: what shoppers see, what waits to be published, what the clock will do. */
export function ListingBadges({ status, version, draft, plan }: Properties) {
  return (
    <span className="flex flex-wrap gap-1.5">
      <StatusBadge status={status} />
      {draft && <Badge tone="warn">{version === 0 ? 'New draft' : 'Draft not published'}</Badge>}
      {plan?.publishAt && <Badge>Live from {shortDate(plan.publishAt)}</Badge>}
      {plan?.unpublishAt && <Badge>Live until {shortDate(plan.unpublishAt)}</Badge>}
    </span>
  )
}
