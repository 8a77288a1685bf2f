import { shortDateTime } from '#lib/domain/dates.ts'
import { orderNumber } from '#lib/domain/order.ts'

type Sheet = { at: string; orderId: string; answers: { purpose: string; agreed: boolean; words: string }[] }

/** How a customer came to agree to what they agree to: every answer with the words that stood beside it. */
export function ConsentLedger({ ledger }: { ledger: Sheet[] }) {
  return (
    <section aria-labelledby="ledger-heading" className="grid gap-3">
      <h2 className="font-semibold text-heading" id="ledger-heading">
        Consents over time
      </h2>
      {ledger.length === 0 && <p className="border-line border-y py-6 text-muted">Nothing was asked yet.</p>}
      <ol className="border-line border-t text-sm">
        {ledger.toReversed().map(({ at, orderId, answers }) => (
          <li className="grid gap-1 border-line border-b py-3" key={`${at} ${orderId}`}>
            <p className="font-medium">
              <time dateTime={at}>{shortDateTime(at)}</time>,{' '}
              {orderId.startsWith('ord_') ? `with order ${orderNumber(orderId)}` : `changed by ${orderId}`}
            </p>
            <ul className="grid gap-0.5">
              {answers.map(({ purpose, agreed, words }) => (
                <li className="grid grid-cols-[2.5rem_1fr]" key={purpose}>
                  <span className={agreed ? 'font-semibold text-good' : 'text-muted'}>
                    {agreed ? 'Yes' : 'No'}
                  </span>
                  <span>{words}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
