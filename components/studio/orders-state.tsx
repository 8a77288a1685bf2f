import type { ComponentProps } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { stateWords } from '#lib/domain/audit-words.ts'
import type { OrderState } from '#lib/domain/order.ts'

const tones: Partial<Record<OrderState, ComponentProps<typeof Badge>['tone']>> = {
  confirmed: 'good',
  failed: 'bad',
  unknown: 'warn',
  needs_attention: 'accent',
}

/** An order's state as operators call it. */
export function OrdersState({ state }: { state: OrderState }) {
  return <Badge tone={tones[state]}>{stateWords[state]}</Badge>
}
