import type { FieldErrors, FieldValues } from 'react-hook-form'
import type { FieldProblem } from '#components/ui/error-summary.tsx'

/** A form's errors as a list, in the order of the fields; a field's path is its input's id. */
export function problemsOf(errors: FieldErrors<FieldValues>, path = ''): FieldProblem[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    const id = path ? `${path}.${name}` : name
    if (!error || typeof error !== 'object' || name === 'ref') return []
    if (typeof error.message === 'string') return error.message ? [{ id, message: error.message }] : []
    return problemsOf(error as FieldErrors<FieldValues>, id)
  })
}
