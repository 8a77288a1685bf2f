'use client'

import { useFormContext } from 'react-hook-form'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { regions } from '#lib/domain/address.ts'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'

/** Where to deliver. `onPlaceEntered` is called when the shopper leaves a field that prices depend on. */
export function AddressFields({ onPlaceEntered }: { onPlaceEntered: () => void }) {
  const { register, formState } = useFormContext<CheckoutFormInput>()
  const errors = formState.errors.address
  const field = (name: 'firstName' | 'lastName' | 'street' | 'extra' | 'city') => ({
    ...register(`address.${name}`),
    error: errors?.[name]?.message,
    id: `address.${name}`,
  })
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('firstName')} autoComplete="given-name" label="First name" />
        <TextField {...field('lastName')} autoComplete="family-name" label="Last name" />
      </div>
      <TextField {...field('street')} autoComplete="address-line1" label="Street and number" />
      <TextField
        {...field('extra')}
        autoComplete="address-line2"
        label="Apartment, floor, company"
        optional
      />
      <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-[1fr_7rem_9rem]">
        <div className="col-span-2 sm:col-span-1">
          <TextField {...field('city')} autoComplete="address-level2" label="City" />
        </div>
        <SelectField
          {...register('address.region', { onChange: onPlaceEntered })}
          autoComplete="address-level1"
          error={errors?.region?.message}
          id="address.region"
          label="State"
        >
          {regions.map(region => (
            <option key={region}>{region}</option>
          ))}
        </SelectField>
        <TextField
          {...register('address.postalCode', { onBlur: onPlaceEntered })}
          autoComplete="postal-code"
          error={errors?.postalCode?.message}
          id="address.postalCode"
          inputMode="numeric"
          label="ZIP code"
          maxLength={5}
        />
      </div>
    </>
  )
}
