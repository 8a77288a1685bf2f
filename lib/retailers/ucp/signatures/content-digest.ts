import { createHash } from 'node:crypto'

/** A body's `Content-Digest` (RFC 9530) by SHA-256, over the bytes as they travel. */
export function contentDigest(body: string | Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
}

const algorithms = { 'sha-256': 'sha256', 'sha-512': 'sha512' } as const

/** True when the field names at least one digest of a kind we know and each of those is the body's. */
export function digestMatches(field: string, body: string | Uint8Array): boolean {
  const stated = [...field.matchAll(/(?:^|,)\s*(sha-256|sha-512)=:([A-Za-z0-9+/=]*):/g)]
  return (
    stated.length > 0 &&
    stated.every(([, name, value]) => {
      const algorithm = algorithms[name as keyof typeof algorithms]
      return createHash(algorithm).update(body).digest('base64') === value
    })
  )
}
