'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { loyaltyIdSchema } from '#lib/domain/cart-request.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'

const schema = z.object({ loyaltyId: loyaltyIdSchema })

/** Asks for the shopper's number in a retailer's loyalty scheme, or shows the one in use. */
export function LoyaltyForm({
  retailer,
  loyaltyId,
  accepted,
  onChange,
}: {
  retailer: Pick<RetailerSummary, 'id' | 'loyalty'>
  loyaltyId: string | undefined
  /** Whether the retailer knew the number; undefined before it has been asked. */
  accepted: boolean | undefined
  onChange: (loyaltyId: string | undefined) => void
}) {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema, { error: wordsForIssue }),
    defaultValues: { loyaltyId: loyaltyId ?? '' },
  })
  if (!retailer.loyalty) return null
  const { name, example } = retailer.loyalty
  const refused = accepted === false ? `The retailer does not know this ${name} number.` : undefined
  if (loyaltyId && !refused) {
    return (
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
        <span>
          {name} <span className="figures font-semibold">{loyaltyId}</span>
        </span>
        <Button onClick={() => onChange(undefined)} size="small" variant="quiet">
          Remove<span className="sr-only"> {name} number</span>
        </Button>
      </p>
    )
  }
  return (
    <details className="group text-sm" open={refused ? true : undefined}>
      <summary className="flex min-h-11 list-none items-center gap-2 font-semibold text-grass underline-offset-4 hover:underline">
        <span aria-hidden="true" className="transition-transform group-open:rotate-45">
          +
        </span>
        Have a {name}?
      </summary>
      <form
        className="grid grid-cols-[1fr_auto] items-end gap-2 pt-1 pb-2"
        noValidate
        onSubmit={handleSubmit(values => onChange(values.loyaltyId))}
      >
        <TextField
          {...register('loyaltyId')}
          autoComplete="off"
          error={formState.errors.loyaltyId?.message ?? refused}
          hint={`Such as ${example}`}
          id={`loyalty-${retailer.id}`}
          label={`${name} number`}
        />
        <Button className="mb-0 min-h-12" type="submit" variant="outline">
          Apply
        </Button>
      </form>
    </details>
  )
}
