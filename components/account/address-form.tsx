'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { applyRefusal } from '#components/account/apply-refusal.ts'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import { type Address, addressSchema, market, regions } from '#lib/domain/address.ts'

type AddressFormProps = {
  address: Address | undefined
  save: Action<Address, void>
  /** Takes the post of a browser without JavaScript. */
  savePlain: (form: FormData) => Promise<void>
}

const blank = {
  country: market.country,
  firstName: '',
  lastName: '',
  street: '',
  extra: '',
  city: '',
  region: '',
  postalCode: '',
}

/** The address that checkout starts from. */
export function AddressForm({ address, save, savePlain }: AddressFormProps) {
  const initial = { ...blank, ...address }
  const { register, handleSubmit, setError, reset, formState } = useForm<Address>({
    resolver: zodResolver(addressSchema),
    defaultValues: initial,
  })
  const [saved, setSaved] = useState(false)
  const { errors } = formState
  const field = (name: keyof Address) => ({
    ...register(name),
    id: name,
    defaultValue: initial[name],
    error: errors[name]?.message,
  })
  const submit = handleSubmit(async typed => {
    setSaved(false)
    const result = await save(typed)
    if (!result.ok) return applyRefusal(result, setError)
    reset(typed)
    setSaved(true)
  })
  return (
    <form action={savePlain} className="grid gap-4" noValidate onSubmit={submit}>
      <input type="hidden" {...register('country')} defaultValue={market.country} />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...field('firstName')} autoComplete="given-name" label="First name" />
        <TextField {...field('lastName')} autoComplete="family-name" label="Last name" />
      </div>
      <TextField {...field('street')} autoComplete="address-line1" label="Street and number" />
      <TextField {...field('extra')} autoComplete="address-line2" label="Apartment, floor" optional />
      <TextField {...field('city')} autoComplete="address-level2" label="City" />
      <div className="grid grid-cols-2 gap-4">
        <SelectField {...field('region')} autoComplete="address-level1" label="State">
          <option value="">Choose</option>
          {regions.map(region => (
            <option key={region}>{region}</option>
          ))}
        </SelectField>
        <TextField {...field('postalCode')} autoComplete="postal-code" inputMode="numeric" label="ZIP code" />
      </div>
      {errors.root && (
        <Notice role="alert" tone="bad">
          {errors.root.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button pending={formState.isSubmitting} type="submit" variant="outline">
          Save address
        </Button>
        <p aria-live="polite" className="text-good text-sm">
          {saved && !formState.isDirty ? 'Saved.' : ''}
        </p>
      </div>
    </form>
  )
}
