'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Price } from '#components/ui/price.tsx'
import { discountCodeSchema } from '#lib/domain/cart-request.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import { money } from '#lib/domain/money.ts'
import type { Quote } from '#lib/domain/quote.ts'
import type { RetailerSummary } from '#lib/domain/retailer.ts'

const schema = z.object({ code: discountCodeSchema })

/** Asks for a retailer's discount code, or shows the one in use and what it saves. */
export function DiscountForm({
  retailer,
  code,
  discount,
  onChange,
}: {
  retailer: Pick<RetailerSummary, 'id' | 'name' | 'takesCodes'>
  code: string | undefined
  /** What became of the code; undefined before the retailer has been asked. */
  discount: Quote['discount']
  onChange: (code: string | undefined) => void
}) {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(schema, { error: wordsForIssue }),
    defaultValues: { code: code ?? '' },
  })
  if (!retailer.takesCodes) return null
  const refused = discount?.accepted === false ? `${retailer.name} does not take this code.` : undefined
  if (code && !refused) {
    return (
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
        <span>
          Code <span className="figures font-semibold">{code}</span>
          {discount && (
            <>
              {' '}
              saves <Price value={money(0 - discount.saving.amount, discount.saving.currency)} />
            </>
          )}
        </span>
        <Button onClick={() => onChange(undefined)} size="small" variant="quiet">
          Remove<span className="sr-only"> discount code</span>
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
        Have a discount code?
      </summary>
      <form
        className="grid grid-cols-[1fr_auto] items-end gap-2 pt-1 pb-2"
        noValidate
        onSubmit={handleSubmit(values => onChange(values.code))}
      >
        <TextField
          {...register('code')}
          autoComplete="off"
          error={formState.errors.code?.message ?? refused}
          id={`discount-${retailer.id}`}
          label={`Discount code for ${retailer.name}`}
        />
        <Button className="mb-0 min-h-12" type="submit" variant="outline">
          Apply
        </Button>
      </form>
    </details>
  )
}
