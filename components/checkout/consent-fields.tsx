'use client'

import { useFormContext } from 'react-hook-form'
import { CheckField } from '#components/ui/field.tsx'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'
import { brandPurposes, purposeWords, retailerWords } from '#lib/domain/consent.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'

/**
 * What the shopper may agree to, with the brand and with each retailer that asks, apart from each other. None is
 * needed to buy and none is ticked beforehand.
 */
export function ConsentFields({ retailers }: { retailers: readonly RetailerSummary[] }) {
  const { register } = useFormContext<CheckoutFormInput>()
  return (
    <div className="grid">
      {brandPurposes.map(purpose => (
        <CheckField
          {...register(`consents.${purpose}`)}
          id={`consents.${purpose}`}
          key={purpose}
          label={purposeWords[purpose]}
        />
      ))}
      {retailers
        .filter(retailer => retailer.asksConsent)
        .map(({ id, name }) => (
          <CheckField
            {...register(`retailerConsents.${id}`)}
            id={`retailerConsents.${id}`}
            key={id}
            label={retailerWords(name)}
          />
        ))}
    </div>
  )
}
