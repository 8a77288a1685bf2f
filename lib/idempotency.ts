import { createHash } from 'node:crypto'

/**
 * A UUID that is always the same for the same text (RFC 9562 version 8, from SHA-256): the idempotency key of
 * an order's step is `uuidFrom(orderId + ':' + step)`, so that a repeat after a crash carries the first try's key.
 */
export function uuidFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
