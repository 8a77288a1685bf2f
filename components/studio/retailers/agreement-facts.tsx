import { type Fact, Facts } from '#components/studio/retailers/facts.tsx'
import { shortDateTime } from '#lib/domain/dates.ts'
import type { Agreement } from '#lib/domain/retailer-health.ts'

/** What a retailer and this site agreed on, for whoever has to find out why something does not work. */
export function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const { profileAt, version, endpoint, keys, payment } = agreement
  const facts: Fact[] = [
    ...(profileAt ? [{ title: 'Profile heard', value: shortDateTime(profileAt) }] : []),
    ...(version ? [{ title: 'Version', value: version }] : []),
    { title: 'Its API', value: <code className="break-all">{endpoint}</code> },
    {
      title: 'Takes cards by',
      value: payment ? (
        <>
          <code>{payment.handlerId}</code>
          {payment.tokenizeUrl ? (
            <>
              , card fields go to <code className="break-all">{new URL(payment.tokenizeUrl).origin}</code>
            </>
          ) : (
            ', and nothing says where card fields go: nothing can be bought until the form below does'
          )}
        </>
      ) : (
        'nothing: no card can be taken for it'
      ),
    },
    ...(keys === undefined
      ? []
      : [
          {
            title: 'Signing keys',
            value: keys === 0 ? 'none published: its answers are not verified' : `${keys} published`,
          },
        ]),
  ]
  return <Facts facts={facts} />
}
