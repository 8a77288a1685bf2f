import { z } from 'zod'
import { DomainError } from '#lib/domain/errors.ts'

const maximumLength = 400

/** Where a page ended, as text that fits a URL. Opaque to whoever carries it. */
export function writeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

type Parts = { 1: [string]; 2: [string, string]; 3: [string, string, string] }

/** The parts `writeCursor` was given. Throws `invalid_input` (field `after`) for anything else. */
export function readCursor<Count extends keyof Parts>(cursor: string, count: Count): Parts[Count] {
  const shape = z.array(z.string().min(1).max(200)).length(count)
  try {
    if (cursor.length > maximumLength || !/^[A-Za-z0-9_-]+$/.test(cursor))
      throw new RangeError('not a cursor')
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return shape.parse(parts) as Parts[Count]
  } catch (cause) {
    throw new DomainError('invalid_input', { field: 'after', cause })
  }
}
