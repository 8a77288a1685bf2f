import { ulid } from 'ulid'
import {
  addition,
  commit,
  creation,
  extension,
  getMany,
  lapse,
  list,
  removal,
  type Write,
} from '#lib/local/sandbox/store.ts'
import { type Hold, type HoldLine, holdsOf, type Session, type StockItem, stockOf } from './session.ts'

/** The lines of a session as stock is counted. */
export function linesOf(session: Session): HoldLine[] {
  return session.lines.map(({ sku, quantity }) => ({ sku, quantity }))
}

/** A new hold of `lines`, and the writes that take them out of stock. */
export function newHold(shopId: string, sessionId: string, lines: HoldLine[], until: number) {
  const hold: Hold = { id: `hold_${ulid().toLowerCase()}`, sessionId, lines, until }
  const writes: Write[] = [
    creation(holdsOf(shopId), hold.id, hold),
    ...lines.map(line => addition(stockOf(shopId), line.sku, 'available', -line.quantity)),
  ]
  noteExpiry(until)
  return { hold, writes }
}

/** The writes that end a hold and put its lines back into stock. */
export function releaseHold(shopId: string, holdId: string, lines: HoldLine[]): Write[] {
  return [removal(holdsOf(shopId), holdId), ...putBack(shopId, lines)]
}

/** The writes that put articles back into stock. */
export function putBack(shopId: string, lines: HoldLine[]): Write[] {
  return lines.map(line => addition(stockOf(shopId), line.sku, 'available', line.quantity))
}

/** The write that keeps a hold alive until `until`; fails where it has lapsed. */
export const keepHold = (shopId: string, holdId: string, until: number) => {
  noteExpiry(until)
  return extension(holdsOf(shopId), holdId, until)
}

/** Stock of articles by number; articles this retailer does not sell are absent. */
export async function stockFor(shopId: string, skus: readonly string[]): Promise<Map<string, StockItem>> {
  const items = await getMany<StockItem>(stockOf(shopId), skus)
  return new Map(items.map(item => [item.sku, item]))
}

export const activeHolds = (shopId: string) => list<Hold>(holdsOf(shopId))

/** When the next hold that this process knows of lapses: 0 makes the first look at once after a start. */
let nextExpiry = 0
function noteExpiry(until: number) {
  nextExpiry = Math.min(nextExpiry, until)
}

/**
 * Puts the stock of lapsed holds back. Each goes in one transaction on the hold still being there and lapsed, so
 * that two sweeps, or a sweep and an extension, cannot both have it. Does nothing while none is due, unless forced.
 */
export async function sweepHolds(shopId: string, isForced = false): Promise<void> {
  if (!isForced && Date.now() < nextExpiry) return
  nextExpiry = Number.POSITIVE_INFINITY
  for (const hold of await activeHolds(shopId)) {
    if (hold.until > Date.now()) noteExpiry(hold.until)
    else await commit([lapse(holdsOf(shopId), hold.id), ...putBack(shopId, hold.lines)])
  }
}
