'use client'

import { useFormContext } from 'react-hook-form'
import { CheckField } from '#components/ui/field.tsx'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'
import { purposes, purposeWords } from '#lib/domain/consent.ts'

/** What the shopper may agree to. None is needed to buy and none is ticked beforehand. */
export function ConsentFields() {
  const { register } = useFormContext<CheckoutFormInput>()
  return (
    <div className="grid">
      {purposes.map(purpose => (
        <CheckField
          {...register(`consents.${purpose}`)}
          id={`consents.${purpose}`}
          key={purpose}
          label={purposeWords[purpose]}
        />
      ))}
    </div>
  )
}
