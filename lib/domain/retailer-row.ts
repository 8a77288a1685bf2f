import type { z } from 'zod'
import { type RegistryRow, registryRowSchema } from '#lib/domain/retailer.ts'
import { isOutboundAddress } from '#lib/domain/retailer-address.ts'

const addressWords = 'Give an https address on the internet, without a password in it.'
/** Retailers' secrets have their own part of the names: no row can name another secret of the site. */
const secretPattern = /^brandfront\/retailer\/[a-z0-9-]{2,60}$/

type Problem = { path: PropertyKey[]; message: string }

function textProblems({ id, name, blurb }: RegistryRow): Problem[] {
  const problems: Problem[] = []
  // The address of the page that adds one.
  if (id === 'new') problems.push({ path: ['id'], message: 'Choose another id.' })
  for (const [field, typed, most] of [
    ['name', name, 60],
    ['blurb', blurb, 160],
  ] as const) {
    if (typed.trim() === '') problems.push({ path: [field], message: 'Please fill this in.' })
    if (typed.length > most) problems.push({ path: [field], message: `Up to ${most} letters fit.` })
  }
  return problems
}

function addressProblems(row: Exclude<RegistryRow, { adapter: 'handoff' }>): Problem[] {
  const addresses: [PropertyKey[], string | undefined][] = [
    [['endpoint'], row.endpoint],
    [['payment', 'tokenizeUrl'], row.payment?.tokenizeUrl],
    ...(row.pageOrigins ?? []).map((origin): [PropertyKey[], string] => [['pageOrigins'], origin]),
  ]
  return addresses.flatMap(([path, address]) =>
    address === undefined || isOutboundAddress(address) ? [] : { path, message: addressWords },
  )
}

/** What cannot be told by the shape of a row. */
function problemsOf(row: RegistryRow): Problem[] {
  const problems = textProblems(row)
  if (row.adapter === 'handoff') return problems
  if (row.secretName !== undefined && !secretPattern.test(row.secretName)) {
    problems.push({
      path: ['secretName'],
      message: 'Give a name such as brandfront/retailer/corner-shop, never the key itself.',
    })
  }
  return [...problems, ...addressProblems(row)]
}

/**
 * A row as a person may enter it, in the studio or by command: the registry's own shape, and besides leading nowhere
 * but to the internet or to this machine, and naming no secret that is not a retailer's.
 */
export const enteredRowSchema = registryRowSchema.superRefine((row, context: z.RefinementCtx) => {
  for (const { path, message } of problemsOf(row)) context.addIssue({ code: 'custom', path, message })
})
