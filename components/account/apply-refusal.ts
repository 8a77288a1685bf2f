import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import type { ActionResult } from '#lib/domain/action-result.ts'

/**
 * Puts a refused action's words beside the fields they belong to, and what belongs to no field on the form itself
 * (`errors.root`).
 */
export function applyRefusal<Values extends FieldValues>(
  result: ActionResult<unknown>,
  setError: UseFormSetError<Values>,
): void {
  if (result.ok) return
  const fields = Object.entries(result.fields)
  for (const [name, message] of fields) setError(name as FieldPath<Values>, { message })
  if (fields.length === 0) setError('root', { message: result.message })
}
