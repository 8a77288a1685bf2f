import { useController, useFormContext } from 'react-hook-form'
import { TextField } from '#components/ui/field.tsx'

/** ISO 8601 as a browser's own date field holds it, local to the reader. */
function localOf(iso: string): string {
  const time = new Date(iso)
  if (iso === '' || Number.isNaN(time.getTime())) return ''
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

function isoOf(local: string): string {
  const time = new Date(local)
  return local === '' || Number.isNaN(time.getTime()) ? '' : time.toISOString()
}

/** A day and a time in the reader's own time zone, kept as ISO 8601; empty for none. */
export function TimeField({ name, label, hint }: { name: string; label: string; hint: string }) {
  const { control, getFieldState, formState } = useFormContext()
  const { field } = useController({ control, name })
  return (
    <TextField
      error={getFieldState(name, formState).error?.message}
      hint={hint}
      id={name}
      label={label}
      onBlur={field.onBlur}
      onChange={event => field.onChange(isoOf(event.target.value))}
      optional
      step={1}
      type="datetime-local"
      value={localOf(String(field.value ?? ''))}
    />
  )
}
