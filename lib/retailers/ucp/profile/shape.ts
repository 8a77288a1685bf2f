import { z } from 'zod'
import { type PublicKey, usableKeys } from '#lib/retailers/ucp/signatures/keys.ts'

/** One entry or several, as servers have it. */
const entries = <T extends z.ZodType>(entry: T) =>
  z
    .record(z.string(), z.union([z.array(entry), entry.transform(only => [only])]).catch([]))
    .catch({})
    .default({})

const serviceShape = z.object({
  version: z.string().default(''),
  transport: z.string().default('rest'),
  endpoint: z.url().optional(),
})

const capabilityShape = z.object({
  version: z.string().default(''),
  extends: z.union([z.array(z.string()), z.string().transform(name => [name])]).default([]),
})

const handlerShape = z.object({
  id: z.string(),
  available_instruments: z.array(z.object({ type: z.string() })).optional(),
  config: z.record(z.string(), z.unknown()).default({}),
})
export type WireHandler = z.infer<typeof handlerShape>

const innerShape = z.object({
  version: z.string().default(''),
  supported_versions: z.record(z.string(), z.url()).catch({}).default({}),
  services: entries(serviceShape),
  capabilities: entries(capabilityShape),
  payment_handlers: entries(handlerShape),
})

const list = z.array(z.unknown()).catch([]).default([])
const keysShape = z.object({ signing_keys: list, keys: list })

/** What a party to the protocol says of itself, as far as we read it. */
export type Profile = z.infer<typeof innerShape> & { keys: PublicKey[] }

/**
 * Reads a profile (discovery/profile_schema.json, version 2026-04-08), liberally, as servers differ: with the `ucp`
 * wrapper or without, keys under `signing_keys` or `keys`, in the wrapper or beside it. Throws a ZodError for
 * what is no object.
 */
export function readProfile(body: unknown): Profile {
  const outer = z.looseObject({}).parse(body)
  const inner = z.looseObject({}).safeParse(outer.ucp).data ?? outer
  const published = [keysShape.parse(outer), ...(inner === outer ? [] : [keysShape.parse(inner)])]
  const keys = usableKeys(published.flatMap(each => [...each.signing_keys, ...each.keys]))
  return { ...innerShape.parse(inner), keys }
}
