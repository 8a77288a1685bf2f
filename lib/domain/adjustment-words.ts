import type { Adjustment } from '#lib/domain/after-sale.ts'

const types: Record<string, string> = {
  refund: 'Refund',
  return: 'Return',
  credit: 'Credit',
  price_adjustment: 'Price adjusted',
  cancellation: 'Cancelled',
  dispute: 'Disputed',
}
const statuses: Record<Adjustment['status'], string> = {
  pending: 'under way',
  completed: 'done',
  failed: 'failed',
}

/** What a change after the sale is called by operators: `Refund, done`. A word of the retailer's own stays as it is. */
export function adjustmentTitle({ type, status }: Pick<Adjustment, 'type' | 'status'>): string {
  return `${types[type] ?? type.replaceAll('_', ' ')}, ${statuses[status]}`
}
