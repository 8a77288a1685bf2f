import type { ComponentProps } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import type { OrderState } from '#lib/domain/order.ts'

const looks: Record<OrderState, { tone: ComponentProps<typeof Badge>['tone']; words: string }> = {
  submitted: { tone: 'plain', words: 'In progress' },
  processing: { tone: 'plain', words: 'In progress' },
  awaiting_shopper: { tone: 'warn', words: 'Waits for you' },
  unknown: { tone: 'warn', words: 'Being checked' },
  confirmed: { tone: 'good', words: 'Confirmed' },
  failed: { tone: 'bad', words: 'Not ordered' },
  cancelled: { tone: 'plain', words: 'Cancelled' },
  needs_attention: { tone: 'warn', words: 'We are looking into it' },
}

/** How an order stands, in a word or two. */
export function OrderStateBadge({ state }: { state: OrderState }) {
  const { tone, words } = looks[state]
  return <Badge tone={tone}>{words}</Badge>
}
