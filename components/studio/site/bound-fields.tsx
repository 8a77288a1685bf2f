import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'

type Bound = {
  /** The field's path in the form. */
  name: string
  label: string
  hint?: string
  optional?: boolean
}

/** What a field of the form around it needs: its registration, and why its value was refused. */
function useBound({ name, ...rest }: Bound) {
  const { register, getFieldState, formState } = useFormContext()
  return { ...rest, ...register(name), id: name, error: getFieldState(name, formState).error?.message }
}

/** A line of text, bound to the form around it by its path. */
export function BoundText({ placeholder, ...field }: Bound & { placeholder?: string }) {
  return <TextField {...useBound(field)} placeholder={placeholder} />
}

/** Several lines of text. */
export function BoundArea({ rows = 3, ...field }: Bound & { rows?: number }) {
  return <TextAreaField {...useBound(field)} rows={rows} />
}

/** One of several options. */
export function BoundSelect({ children, ...field }: Bound & { children: ReactNode }) {
  return <SelectField {...useBound(field)}>{children}</SelectField>
}

/** A way to another page: its words, and its address. */
export function BoundLink({ name, label }: { name: string; label: string }) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-3 sm:grid-cols-2">
      <legend className="sr-only">{label}</legend>
      <BoundText label={`${label}: words`} name={`${name}.label`} optional />
      <BoundText label={`${label}: address`} name={`${name}.href`} optional placeholder="/products" />
    </fieldset>
  )
}
