import { z } from 'zod'
import { processorId, retailerIds } from '#lib/local/ports.ts'

const names = ['site', 'inbox', ...retailerIds, processorId] as const
const ports = z.record(z.enum(names).or(z.string()), z.number()).parse(JSON.parse(process.env.PORTS ?? '{}'))

function origin(name: (typeof names)[number]): string {
  return `http://127.0.0.1:${z.number({ error: `no port for ${name}: run npm test` }).parse(ports[name])}`
}

/** Where the parts of the running stack answer; `npm test` says on which ports. */
export const stack = {
  inbox: origin('inbox'),
  processor: origin(processorId),
  retailer: (id: (typeof retailerIds)[number]) => origin(id),
}
