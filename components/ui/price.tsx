import { classNames } from '#components/ui/class-names.ts'
import type { Money } from '#lib/domain/money.ts'
import { formatMoney } from '#lib/domain/money-format.ts'

/** An amount for people, its figures in columns. `from` writes "from" before it. */
export function Price({
  value,
  from = false,
  className,
}: {
  value: Money
  from?: boolean
  className?: string
}) {
  return (
    <span className={classNames('figures whitespace-nowrap', className)}>
      {from && <span className="font-normal text-muted">from </span>}
      {formatMoney(value)}
    </span>
  )
}
