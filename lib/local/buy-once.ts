import type { Ports } from './ports.ts'

/** Buys one basket at every seeded retailer. */
export async function buyOnce(_: { ports: Ports; signal: AbortSignal }): Promise<boolean> {
  return false
}
