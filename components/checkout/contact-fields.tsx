'use client'

import { useFormContext } from 'react-hook-form'
import { TextField } from '#components/ui/field.tsx'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'

/** How to reach the buyer. */
export function ContactFields() {
  const { register, formState } = useFormContext<CheckoutFormInput>()
  const errors = formState.errors.contact
  return (
    <>
      <TextField
        {...register('contact.email')}
        autoCapitalize="none"
        autoComplete="email"
        error={errors?.email?.message}
        hint="For the confirmation and for finding your order later."
        id="contact.email"
        inputMode="email"
        label="E-mail"
        type="email"
      />
      <TextField
        {...register('contact.phone')}
        autoComplete="tel"
        error={errors?.phone?.message}
        hint="For the driver. With country code, such as +12125550123."
        id="contact.phone"
        inputMode="tel"
        label="Phone"
        optional
        type="tel"
      />
    </>
  )
}
