import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { purposes, purposeWords } from '#lib/domain/consent.ts'

/** Takes those who agreed to one purpose as a file. Posted, since that it was taken is recorded. */
export function AudienceExport() {
  return (
    <section aria-labelledby="audience-heading" className="grid gap-3 border-ink border-t pt-4">
      <h2 className="font-semibold font-text text-lead tracking-tight" id="audience-heading">
        Audience as a file
      </h2>
      <p className="max-w-prose text-muted text-sm">
        Everyone who agrees to the purpose now, and nobody else. Use it for that purpose only. That you took
        it is recorded, with how many are in it.
      </p>
      <form
        action="/studio/customers/audience"
        className="flex flex-wrap items-end gap-3"
        encType="multipart/form-data"
        method="post"
      >
        <div className="min-w-0 max-w-full grow basis-72 sm:max-w-xl">
          <SelectField id="audience-purpose" label="They agreed to this" name="purpose">
            {purposes.map(purpose => (
              <option key={purpose} value={purpose}>
                {purposeWords[purpose]}
              </option>
            ))}
          </SelectField>
        </div>
        <Button className="min-h-12" type="submit" variant="outline">
          Download CSV
        </Button>
      </form>
    </section>
  )
}
