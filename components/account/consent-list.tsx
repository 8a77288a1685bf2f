import { type Consents, purposes, purposeWords } from '#lib/domain/consent.ts'

/** What a customer has agreed to, as it stands. */
export function ConsentList({ consents }: { consents: Consents }) {
  return (
    <dl className="border-line border-t text-sm">
      {purposes.map(purpose => (
        <div className="flex justify-between gap-6 border-line border-b py-3" key={purpose}>
          <dt>{purposeWords[purpose]}</dt>
          <dd className={consents[purpose] ? 'font-semibold text-good' : 'text-muted'}>
            {consents[purpose] ? 'Yes' : 'No'}
          </dd>
        </div>
      ))}
    </dl>
  )
}
