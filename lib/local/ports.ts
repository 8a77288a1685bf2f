import { createServer } from 'node:net'

/** The sandbox retailers that speak the open protocol, in the order in which they get their ports. */
export const retailerIds = ['harbor-market', 'greenline', 'parcel-and-pantry'] as const
export type RetailerId = (typeof retailerIds)[number]

/** The sandbox payment processor's id. */
export const processorId = 'sandpay'

/** The sandbox retailer with a REST API of its own, and the one that sells on its own site only. */
export const restRetailerId = 'thistle'
export const handoffRetailerId = 'bayleaf'

/** Every sandbox process. */
export const sandboxIds = [...retailerIds, processorId, restRetailerId, handoffRetailerId] as const

const roles = [
  'site',
  'inbox',
  ...sandboxIds,
  'dynamodb',
  'stepFunctions',
  'lambda',
  'messages',
  'secrets',
  'smtp',
  'storage',
] as const
export type Role = (typeof roles)[number]

/** The port of each local process or stand-in, all on 127.0.0.1. */
export type Ports = Record<Role, number>

function isFree(port: number): Promise<boolean> {
  const free = (host: string) =>
    new Promise<boolean>(resolve => {
      const server = createServer()
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'))
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
    })
  // A process on all interfaces, or on the other `localhost`, would answer in our place.
  return free('127.0.0.1').then(async ok => ok && (await free('::1')) && (await free('0.0.0.0')))
}

/**
 * A port for each role, counted up from `first`. Busy ports are stepped over and listed in `busy`.
 * Throws when no port is left.
 */
export async function choosePorts(first: number): Promise<{ ports: Ports; busy: number[] }> {
  const busy: number[] = []
  const chosen: [Role, number][] = []
  let port = first
  for (const role of roles) {
    while (!(await isFree(port))) busy.push(port++)
    if (port > 65_535) throw new Error(`No free port left, counting up from ${first}.`)
    chosen.push([role, port++])
  }
  return { ports: Object.fromEntries(chosen) as Ports, busy }
}
