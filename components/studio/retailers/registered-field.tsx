import type { ReactNode } from 'react'
import { type FieldPath, useFormContext } from 'react-hook-form'
import { fieldNames, problemOf } from '#components/studio/retailers/problems-of.ts'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import type { RetailerForm } from '#lib/domain/retailer-form.ts'

type Properties = {
  name: FieldPath<RetailerForm>
  hint?: ReactNode
  optional?: boolean
  inputMode?: 'decimal' | 'numeric' | 'url'
}

/** One line of the retailer's form. */
export function Line({ name, onTyped, ...rest }: Properties & { onTyped?: (typed: string) => void }) {
  const { register, formState } = useFormContext<RetailerForm>()
  return (
    <TextField
      {...register(name, { onChange: event => onTyped?.(String(event.target.value)) })}
      {...rest}
      autoComplete="off"
      error={problemOf(formState.errors, name)}
      id={name}
      label={fieldNames[name]}
      spellCheck={false}
    />
  )
}

/** Several lines of it. */
export function Lines({ name, rows = 3, ...rest }: Properties & { rows?: number }) {
  const { register, formState } = useFormContext<RetailerForm>()
  return (
    <TextAreaField
      {...register(name)}
      {...rest}
      error={problemOf(formState.errors, name)}
      id={name}
      label={fieldNames[name]}
      rows={rows}
      spellCheck={false}
    />
  )
}

/** A choice of words. */
export function Choice({ name, options, ...rest }: Properties & { options: readonly [string, string][] }) {
  const { register, formState } = useFormContext<RetailerForm>()
  return (
    <SelectField
      {...register(name)}
      {...rest}
      error={problemOf(formState.errors, name)}
      id={name}
      label={fieldNames[name]}
    >
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </SelectField>
  )
}
