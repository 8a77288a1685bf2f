import { z } from 'zod'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import { enteredRowSchema } from '#lib/domain/retailer-row.ts'

const text = z.string().trim().max(2000)

/** The capabilities of a row as a form has them: `yes`, `no` or a word of the row's, empty where the row says nothing. */
const capabilityNames = [
  'lookup',
  'quote',
  'reserve',
  'authorize',
  'place',
  'cancel',
  'status',
  'loyalty',
  'discountCodes',
  'consent',
  'handoff',
] as const
export type CapabilityName = (typeof capabilityNames)[number]

const fieldsSchema = z.object({
  /** Which there are, the row's own schema says. */
  adapter: z.custom<RegistryRow['adapter']>(value => typeof value === 'string'),
  id: text,
  name: text,
  blurb: text,
  enabled: z.boolean(),
  position: z.number().int(),
  endpoint: text,
  /** One a line. */
  pageOrigins: text,
  secretName: text,
  quoteDeadline: text,
  callsPerSecond: text,
  /** Amounts as people write them: `4.99`. */
  delivery: z.object({ price: text, freeFrom: text }),
  loyalty: z.object({
    name: text,
    claim: text,
    example: text,
    flatSaving: z.object({ from: text, amount: text }),
  }),
  payment: z.object({ handlerId: text, tokenizeUrl: text }),
  capabilities: z.record(z.enum(capabilityNames), text),
  link: z.object({
    address: text,
    line: text,
    separator: z.string().max(20),
    maximumLines: text,
    /** One a line: `AssociateTag=marram-20`. */
    attribution: text,
  }),
})
/** A registry row as a person types it: every field there, empty where the row says nothing. */
export type RetailerForm = z.input<typeof fieldsSchema>

/** Nothing for nothing typed, so that the row lacks it; what is no number is refused as such. */
function number(typed: string): number | undefined {
  return typed === '' ? undefined : Number(typed)
}

function minor(typed: string): number | undefined {
  if (typed === '') return undefined
  return /^\d{1,6}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : Number.NaN
}

function lines(typed: string): string[] | undefined {
  const found = typed.split('\n').map(line => line.trim())
  return typed === '' ? undefined : found.filter(line => line !== '')
}

function capability(typed: string): boolean | string | undefined {
  if (typed === '') return undefined
  return typed === 'yes' ? true : typed === 'no' ? false : typed
}

/** The object, or nothing where nothing in it was typed. */
function whole<T extends object>(parts: T): T | undefined {
  return Object.values(parts).every(part => part === undefined) ? undefined : parts
}

function known<T extends Record<string, unknown>>(parts: T): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

const typed = (value: string) => (value === '' ? undefined : value)

function linkOf({ address, line, separator, maximumLines, attribution }: RetailerForm['link']) {
  const pairs = (lines(attribution) ?? []).map(pair => {
    const [name = '', ...value] = pair.split('=')
    return [name.trim(), value.join('=').trim()] as const
  })
  return known({
    address,
    line: typed(line),
    separator: typed(separator),
    maximumLines: number(maximumLines),
    attribution: Object.fromEntries(pairs),
  })
}

/** The row that a form comes to, unchecked: what was left empty is not in it. */
function rowOf(form: RetailerForm): unknown {
  const { adapter, id, name, blurb, enabled, position, loyalty, delivery, payment } = form
  const common = { adapter, id, name, blurb, enabled, position }
  if (adapter === 'handoff') return { ...common, link: linkOf(form.link) }
  const capabilities = known(
    Object.fromEntries(capabilityNames.map(each => [each, capability(form.capabilities[each] ?? '')])),
  )
  return known({
    ...common,
    endpoint: form.endpoint,
    pageOrigins: lines(form.pageOrigins),
    secretName: typed(form.secretName),
    quoteDeadline: number(form.quoteDeadline),
    callsPerSecond: number(form.callsPerSecond),
    delivery: whole({ price: minor(delivery.price), freeFrom: minor(delivery.freeFrom) }),
    loyalty: whole({
      name: typed(loyalty.name),
      claim: typed(loyalty.claim),
      example: typed(loyalty.example),
      flatSaving: whole({
        from: minor(loyalty.flatSaving.from),
        amount: minor(loyalty.flatSaving.amount),
      }),
    }),
    payment: whole({ handlerId: typed(payment.handlerId), tokenizeUrl: typed(payment.tokenizeUrl) }),
    capabilities,
  })
}

/** Parses what was typed into a row of the registry, by the very schema that the command line takes rows by. */
export const retailerFormSchema = fieldsSchema.transform(rowOf).pipe(enteredRowSchema)

const amount = (value: number | undefined) => (value === undefined ? '' : (value / 100).toFixed(2))
const words = (value: unknown) => (value === undefined ? '' : String(value))

function capabilityText(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : words(value)
}

/** An empty form for a kind of retailer: what it starts with before anyone has typed. */
export function emptyForm(adapter: RetailerForm['adapter']): RetailerForm {
  const hasNoProfile = adapter !== 'ucp' && adapter !== 'handoff'
  const said = hasNoProfile ? { quote: 'yes', place: 'yes', handoff: 'no', reserve: 'at_place' } : {}
  return {
    ...{ adapter, id: '', name: '', blurb: '', enabled: false, position: 0 },
    ...{ endpoint: '', pageOrigins: '', secretName: '', quoteDeadline: '3', callsPerSecond: '' },
    delivery: { price: '', freeFrom: '' },
    loyalty: { name: '', claim: '', example: '', flatSaving: { from: '', amount: '' } },
    payment: { handlerId: '', tokenizeUrl: '' },
    capabilities: {
      ...(Object.fromEntries(capabilityNames.map(name => [name, ''])) as Record<CapabilityName, string>),
      ...said,
    },
    link: { address: '', line: '', separator: '&', maximumLines: '50', attribution: '' },
  }
}

/** A row as its form shows it. */
export function formOf(row: RegistryRow): RetailerForm {
  const empty = emptyForm(row.adapter)
  const { id, name, blurb, enabled, position } = row
  const common = { ...empty, id, name, blurb, enabled, position }
  if (row.adapter === 'handoff') {
    const { address, line, separator, maximumLines, attribution } = row.link
    const pairs = Object.entries(attribution).map(pair => pair.join('='))
    return {
      ...common,
      link: {
        ...{ address, line: words(line), separator },
        ...{ maximumLines: words(maximumLines), attribution: pairs.join('\n') },
      },
    }
  }
  const said = Object.entries(row.capabilities).map(([key, value]) => [key, capabilityText(value)])
  return {
    ...common,
    endpoint: row.endpoint,
    pageOrigins: (row.pageOrigins ?? []).join('\n'),
    secretName: words(row.secretName),
    quoteDeadline: words(row.quoteDeadline),
    callsPerSecond: words(row.callsPerSecond),
    delivery: { price: amount(row.delivery?.price), freeFrom: amount(row.delivery?.freeFrom) },
    loyalty: {
      ...{ name: words(row.loyalty?.name), claim: words(row.loyalty?.claim) },
      example: words(row.loyalty?.example),
      flatSaving: {
        from: amount(row.loyalty?.flatSaving?.from),
        amount: amount(row.loyalty?.flatSaving?.amount),
      },
    },
    payment: { handlerId: words(row.payment?.handlerId), tokenizeUrl: words(row.payment?.tokenizeUrl) },
    capabilities: { ...empty.capabilities, ...Object.fromEntries(said) },
  }
}
