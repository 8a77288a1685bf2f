import type { FieldErrors } from 'react-hook-form'
import type { FieldProblem } from '#components/ui/error-summary.tsx'
import type { RetailerForm } from '#lib/domain/retailer-form.ts'

function isError(value: unknown): value is { message?: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The first words in what a field of several lines was refused for: a line's own problem stands under its number. */
function messageIn(value: unknown): string | undefined {
  if (isError(value)) return value.message
  if (typeof value !== 'object' || value === null) return undefined
  for (const inner of Object.values(value)) {
    const found = messageIn(inner)
    if (found) return found
  }
  return undefined
}

/** Fields that are typed as lines and checked one by one. */
const linesFields = ['pageOrigins', 'link.attribution']

/** Everything that was refused, by field: the words and where they belong. */
export function problemsOf(errors: FieldErrors<RetailerForm>): FieldProblem[] {
  const found: FieldProblem[] = []
  const walk = (value: unknown, path: string) => {
    if (path === 'root' || typeof value !== 'object' || value === null) return
    const message = isError(value) || linesFields.includes(path) ? messageIn(value) : undefined
    if (message) found.push({ id: path, message })
    else if (!isError(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (name !== 'ref') walk(inner, path === '' ? name : `${path}.${name}`)
      }
    }
  }
  walk(errors, '')
  return found
}

/** The words for one field, as its control wants them. */
export function problemOf(errors: FieldErrors<RetailerForm>, name: string): string | undefined {
  return problemsOf(errors).find(each => each.id === name)?.message
}
