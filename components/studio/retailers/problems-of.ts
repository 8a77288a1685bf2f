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

/** What each field is called, in the order in which the form has them. */
export const fieldNames: Readonly<Record<string, string>> = {
  name: 'Name',
  blurb: 'In a sentence',
  id: 'Id',
  endpoint: 'Address',
  secretName: 'Name of its secret',
  pageOrigins: 'Its own pages',
  quoteDeadline: 'Seconds to answer a quote',
  callsPerSecond: 'Calls a second at most',
  'link.address': 'Address',
  'link.line': 'One line of the cart',
  'link.separator': 'Between two lines',
  'link.maximumLines': 'Lines it takes at most',
  'link.attribution': 'Attribution',
  'delivery.price': 'Price of delivery',
  'delivery.freeFrom': 'Free from goods worth',
  'loyalty.name': 'What shoppers call it',
  'loyalty.example': 'What a number looks like',
  'loyalty.claim': 'Its name in the protocol',
  'loyalty.flatSaving.amount': 'Members save',
  'loyalty.flatSaving.from': 'From goods worth',
  'payment.handlerId': 'Its name for the handler',
  'payment.tokenizeUrl': 'Where browsers send card fields',
  'capabilities.lookup': 'Tells price and stock of an article',
  'capabilities.reserve': 'Stock',
  'capabilities.authorize': 'Cards are checked',
  'capabilities.status': 'News of an order',
  'capabilities.cancel': 'Takes cancellations from us',
  'capabilities.discountCodes': 'Takes discount codes from us',
  'capabilities.consent': 'Wants to know what the shopper agreed to',
  'capabilities.loyalty': 'Takes loyalty numbers from us',
}
const order = Object.keys(fieldNames)

/** Fields that are typed as lines and checked one by one. */
const linesFields = ['pageOrigins', 'link.attribution']

/** Everything that was refused, in the form's order: the words and where they belong. */
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
  return found.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

/** The same with each field named, for a list of them. */
export function namedProblemsOf(errors: FieldErrors<RetailerForm>): FieldProblem[] {
  return problemsOf(errors).map(({ id, message }) => ({ id, message: `${fieldNames[id] ?? id}: ${message}` }))
}

/** The words for one field, as its control wants them. */
export function problemOf(errors: FieldErrors<RetailerForm>, name: string): string | undefined {
  return problemsOf(errors).find(each => each.id === name)?.message
}
