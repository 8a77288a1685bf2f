import { Button } from '#components/ui/button.tsx'
import { type Consents, purposes, purposeWords } from '#lib/domain/consent.ts'

type Properties = {
  customerId: string
  consents: Consents
  action: (form: FormData) => Promise<void>
}

/** What a customer agrees to now, to be changed when they ask for it. */
export function ConsentForm({ customerId, consents, action }: Properties) {
  return (
    <section aria-labelledby="consents-heading">
      <h2 className="mb-2 font-semibold text-heading" id="consents-heading">
        Consents now
      </h2>
      <form action={action} className="grid gap-4" key={JSON.stringify(consents)}>
        <input name="customerId" type="hidden" value={customerId} />
        <div className="border-line border-t">
          {purposes.map(purpose => (
            <label
              className="flex min-h-11 items-center gap-3 border-line border-b py-2 text-sm"
              key={purpose}
            >
              <input
                className="size-5 shrink-0 accent-grass"
                defaultChecked={consents[purpose]}
                name={purpose}
                type="checkbox"
                value="true"
              />
              {purposeWords[purpose]}
            </label>
          ))}
        </div>
        <p className="text-muted text-sm">
          Change these only as the customer asks. The change is kept with your name.
        </p>
        <Button type="submit" variant="outline">
          Save consents
        </Button>
      </form>
    </section>
  )
}
