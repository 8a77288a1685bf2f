import { choosePorts, type Ports, retailerIds } from '#lib/local/ports.ts'
import { type Stack, startStack } from '#lib/local/stack.ts'
import { Meter } from './meter.ts'
import { type Exchange, startProxy } from './proxy.ts'

export type RetailerCall = Exchange & { retailerId: string }

export type Bench = {
  stack: Stack
  ports: Ports
  site: string
  meter: Meter
  /** Every request a retailer was sent since the list was last emptied. */
  retailerCalls: RetailerCall[]
  /** How often each function other than the site's was invoked since the start. */
  invocations: () => Promise<Record<string, number>>
  stop: () => Promise<void>
}

/** The demo's stack with a counting proxy before the database and before each retailer, and no scheduled work. */
export async function startBench(first: number, folder: string, signal: AbortSignal): Promise<Bench> {
  const { ports } = await choosePorts(first)
  const { ports: behind } = await choosePorts(Math.max(...Object.values(ports)) + 1)
  const meter = new Meter('brandfront')
  const retailerCalls: RetailerCall[] = []
  const proxies = [
    await startProxy({
      port: ports.dynamodb,
      target: behind.dynamodb,
      rewrite: meter.rewrite,
      onExchange: meter.note,
    }),
  ]
  for (const retailerId of retailerIds)
    proxies.push(
      await startProxy({
        port: ports[retailerId],
        target: behind[retailerId],
        onExchange: exchange => {
          if (exchange.path.startsWith('/ucp')) retailerCalls.push({ ...exchange, retailerId })
        },
      }),
    )
  const moved = Object.fromEntries((['dynamodb', ...retailerIds] as const).map(role => [role, behind[role]]))
  const stack = await startStack({ mode: 'demo', ports, folder, signal, behind: moved, withSchedules: false })
  return {
    stack,
    ports,
    site: `http://localhost:${ports.site}`,
    meter,
    retailerCalls,
    invocations: async () => {
      const answer = await fetch(`http://127.0.0.1:${ports.lambda}/invocations`)
      return (await answer.json()) as Record<string, number>
    },
    stop: async () => {
      await stack.stop()
      for (const proxy of proxies) await proxy.stop()
    },
  }
}
