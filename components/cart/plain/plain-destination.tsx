import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { type Destination, destinationSchema, regions } from '#lib/domain/address.ts'

/** Where prices are for, in a form that changes it. `refused` repeats what was not taken. */
export function PlainDestination({
  destination,
  refused,
  action,
}: {
  destination: Destination
  refused: { postalCode?: string; region?: string } | undefined
  action: (form: FormData) => Promise<void>
}) {
  const tried = refused?.postalCode
  const problem =
    tried === undefined
      ? undefined
      : destinationSchema.shape.postalCode.safeParse(tried).error?.issues[0]?.message
  return (
    <form action={action} className="grid max-w-xl gap-3 sm:grid-cols-[9rem_9rem_auto] sm:items-start">
      <TextField
        autoComplete="postal-code"
        defaultValue={tried ?? destination.postalCode}
        error={problem}
        id="destination-zip"
        inputMode="numeric"
        label="ZIP code"
        name="postalCode"
      />
      <SelectField
        autoComplete="address-level1"
        defaultValue={refused?.region ?? destination.region}
        id="destination-state"
        label="State"
        name="region"
      >
        {regions.map(region => (
          <option key={region}>{region}</option>
        ))}
      </SelectField>
      <Button className="min-h-12 sm:mt-[1.875rem]" type="submit" variant="outline">
        Show prices
      </Button>
    </form>
  )
}
