'use client'

import type { ComponentProps } from 'react'
import { useController } from 'react-hook-form'
import { TextField } from '#components/ui/field.tsx'
import type { CheckoutFormInput } from '#lib/domain/checkout-form.ts'

const digits = (text: string) => text.replace(/\D/g, '')

function grouped(text: string): string {
  return digits(text)
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** `MM/YY` as it is typed; a deleted slash stays deleted. */
function monthAndYear(text: string, before: string): string {
  const plain = digits(text).slice(0, 4)
  const deleting = text.length < before.length
  if (plain.length > 2 || (plain.length === 2 && !deleting)) return `${plain.slice(0, 2)}/${plain.slice(2)}`
  return plain
}

type CardFieldProps = Omit<ComponentProps<typeof TextField>, 'name' | 'id' | 'value' | 'onChange'> & {
  part: keyof CheckoutFormInput['card']
  shape?: (text: string, before: string) => string
}

// The inputs have no name, so that no form post, scripted or not, can carry a card to this site.
function CardField({ part, shape = text => text, ...rest }: CardFieldProps) {
  const { field, fieldState } = useController<CheckoutFormInput, `card.${typeof part}`>({
    name: `card.${part}`,
  })
  return (
    <TextField
      {...rest}
      error={fieldState.error?.message}
      id={`card.${part}`}
      onBlur={field.onBlur}
      onChange={event => field.onChange(shape(event.target.value, field.value))}
      value={field.value}
    />
  )
}

/** The card. It goes from this browser to the payment processor; the site sees a token only. */
export function CardFields() {
  return (
    <>
      <CardField
        autoComplete="cc-number"
        className="figures"
        inputMode="numeric"
        label="Card number"
        part="number"
        shape={grouped}
      />
      <div className="grid grid-cols-2 items-start gap-4">
        <CardField
          autoComplete="cc-exp"
          className="figures"
          inputMode="numeric"
          label="Expiry"
          part="expiry"
          placeholder="MM/YY"
          shape={monthAndYear}
        />
        <CardField
          autoComplete="cc-csc"
          className="figures"
          inputMode="numeric"
          label="Security code"
          maxLength={4}
          part="cvc"
          shape={digits}
        />
      </div>
      <CardField autoComplete="cc-name" label="Name on card" part="name" />
    </>
  )
}
