import { Price } from '#components/ui/price.tsx'
import type { Money } from '#lib/domain/money.ts'

/** An amount, with the one it took the place of where that differs. */
export function ChangedPrice({
  value,
  before,
  free = false,
}: {
  value: Money
  before?: Money
  /** Says "Free" for nothing. */
  free?: boolean
}) {
  const words = (amount: Money) => (free && amount.amount === 0 ? 'Free' : <Price value={amount} />)
  if (!before || before.amount === value.amount) return words(value)
  return (
    <>
      <del className="mr-2 text-muted text-note">
        <span className="sr-only">It was </span>
        {words(before)}
      </del>
      <ins className="bg-amber-soft px-1 font-semibold text-amber no-underline">{words(value)}</ins>
    </>
  )
}
