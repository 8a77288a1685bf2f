'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { type Destination, destinationSchema, market, regions } from '#lib/domain/address.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'

/** Where to deliver, as far as a price needs to know. */
export function DestinationForm({
  destination,
  onChange,
  onCancel,
}: {
  destination: Destination
  onChange: (destination: Destination) => void
  onCancel: () => void
}) {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(destinationSchema, { error: wordsForIssue }),
    defaultValues: { ...destination, country: market.country },
  })
  const { errors } = formState
  return (
    <form
      className="grid max-w-xl gap-3 sm:grid-cols-[9rem_9rem_auto_auto] sm:items-start"
      noValidate
      onSubmit={handleSubmit(onChange)}
    >
      <TextField
        {...register('postalCode')}
        autoComplete="postal-code"
        error={errors.postalCode?.message}
        id="destination-zip"
        inputMode="numeric"
        label="ZIP code"
        maxLength={5}
      />
      <SelectField
        {...register('region')}
        autoComplete="address-level1"
        error={errors.region?.message}
        id="destination-state"
        label="State"
      >
        {regions.map(region => (
          <option key={region}>{region}</option>
        ))}
      </SelectField>
      <Button className="min-h-12 sm:mt-[1.875rem]" type="submit">
        Show prices
      </Button>
      <Button className="min-h-12 sm:mt-[1.875rem]" onClick={onCancel} variant="quiet">
        Keep {destination.postalCode}
      </Button>
    </form>
  )
}
