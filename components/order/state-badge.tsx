import { Badge } from '#components/ui/badge.tsx'
import type { OrderStatus } from '#lib/domain/order.ts'
import { orderWords } from '#lib/domain/order-words.ts'
import { deliveryWords } from '#lib/domain/shipment-words.ts'

const stateWords: Record<OrderStatus['state'], string> = {
  submitted: 'Received',
  processing: 'In progress',
  awaiting_shopper: 'Waits for you',
  unknown: 'Being checked',
  needs_attention: 'Being checked',
  confirmed: 'Confirmed',
  failed: 'Not placed',
  cancelled: 'Cancelled',
}

/** An order's state in a word. */
export function StateBadge({ status }: { status: OrderStatus }) {
  const { tone } = orderWords(status, '')
  const words = status.state === 'confirmed' ? deliveryWords(status.afterSale, '')?.badge : undefined
  return <Badge tone={tone === 'info' ? 'plain' : tone}>{words ?? stateWords[status.state]}</Badge>
}
