import { Badge } from '#components/ui/badge.tsx'
import type { judgeHealth } from '#lib/domain/retailer-health.ts'

/** Whether shoppers are offered a retailer, in a word. */
export function RetailerState({ enabled }: { enabled: boolean }) {
  return <Badge tone={enabled ? 'good' : 'plain'}>{enabled ? 'Enabled' : 'Disabled'}</Badge>
}

/** How a retailer does, in two words; nothing for one that is never asked. */
export function RetailerHealthBadge({ verdict }: { verdict: ReturnType<typeof judgeHealth> }) {
  if (verdict === 'unknown') return <Badge>Not asked yet</Badge>
  return verdict === 'well' ? <Badge tone="good">Answers</Badge> : <Badge tone="bad">No answer</Badge>
}
