import type { Accepted } from '#components/checkout/use-accepted-quotes.ts'
import { Price } from '#components/ui/price.tsx'
import { countWords } from '#lib/domain/split/count-words.ts'

/** Who charges the card, and how much: with several retailers, several charges on the statement. */
export function ChargesNotice({ accepted }: { accepted: readonly Accepted[] }) {
  const [first] = accepted
  if (first && accepted.length === 1) {
    return (
      <p className="text-lead">
        {first.retailer.name} charges your card{' '}
        <strong className="font-semibold">
          <Price value={first.quote.totals.total} />
        </strong>
        , and nothing unless it accepts the order.
      </p>
    )
  }
  return (
    <div className="grid gap-3">
      <p className="text-lead">Your card statement will show {countWords(accepted.length)} charges:</p>
      <ul className="grid max-w-md border-line border-t">
        {accepted.map(({ retailer, quote }) => (
          <li className="flex justify-between gap-4 border-line border-b py-2" key={retailer.id}>
            {retailer.name}
            <strong className="font-semibold">
              <Price value={quote.totals.total} />
            </strong>
          </li>
        ))}
      </ul>
      <p className="text-muted text-sm">
        Each is an order of its own, and each shop charges only once it accepts its part. Should one of them
        fail, the rest still comes and only that is charged.
      </p>
    </div>
  )
}
