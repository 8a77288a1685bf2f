import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** What can be said of a server that is not one of ours, as flags or as a JSON file of the same names. */
const serverSchema = z.object({
  /** The retailer's profile, `https://…/.well-known/ucp`. */
  url: z.url().optional(),
  /** A JSON file with a registry row, for an adapter that a profile does not describe. */
  row: z.string().optional(),
  /** The retailer's number for an article that it has plenty of. */
  sku: z.string().optional(),
  /** Its number for an article that is sold out. */
  soldOutSku: z.string().optional(),
  /** A discount code that it takes. */
  discountCode: z.string().optional(),
  /** A payment token that it takes, and one that it declines. */
  token: z.string().default('success_token'),
  declinedToken: z.string().default('fail_token'),
  /** The key it knows us by, if it wants one. */
  apiKey: z.string().optional(),
  /** The payment handler to use, where the profile names several. */
  handler: z.string().optional(),
  /** Where the retailer reaches this machine for profile and webhooks, where that is not localhost. */
  site: z.url().optional(),
  /** Whether it reports orders to the address in our profile. */
  webhooks: z.boolean().default(false),
  /** ISO 4217. */
  currency: z.string().length(3).default('USD'),
})
export type ServerOptions = z.output<typeof serverSchema>

export type Options = { retailer?: string; adapter?: string; only?: string[]; server: ServerOptions }

export const usage = `npm run conformance                          every retailer of the demo
npm run conformance -- --retailer thistle    one of them
npm run conformance -- --retailer thistle --adapter corner-shop   by an adapter that is a copy of its own
npm run conformance -- --url <profile>       any server of the protocol
npm run conformance -- --row row.json        any retailer, by a registry row
  with --url and --row: --sku <article> [--sold-out-sku <article>] [--token <token>] [--declined-token <token>]
                        [--discount-code <code>] [--api-key <key>] [--handler <id>] [--currency USD] [--site <address>] [--webhooks], or --options <file.json> with soldOutSku and so on
  --only quote,place    some cases`

const flag = { type: 'string' } as const

/** The command line, with what the file of `--options` says where a flag does not. Throws with the usage. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      retailer: flag,
      adapter: flag,
      only: flag,
      options: flag,
      url: flag,
      row: flag,
      sku: flag,
      'sold-out-sku': flag,
      'discount-code': flag,
      token: flag,
      'declined-token': flag,
      'api-key': flag,
      handler: flag,
      site: flag,
      webhooks: { type: 'boolean' },
      currency: flag,
    },
  })
  const file: unknown = values.options ? JSON.parse(readFileSync(values.options, 'utf8')) : {}
  const flags = {
    url: values.url,
    row: values.row,
    sku: values.sku,
    soldOutSku: values['sold-out-sku'],
    discountCode: values['discount-code'],
    token: values.token,
    declinedToken: values['declined-token'],
    apiKey: values['api-key'],
    handler: values.handler,
    site: values.site,
    webhooks: values.webhooks,
    currency: values.currency,
  }
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
  const server = serverSchema.parse({ ...(file as object), ...given })
  if ((server.url || server.row) && !server.sku) throw new Error(`Name an article with --sku.\n\n${usage}`)
  return { retailer: values.retailer, adapter: values.adapter, only: values.only?.split(','), server }
}
