import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'

/** A fingerprint of the names and contents of the files that match `patterns`, in hexadecimal. */
export function fingerprintOf(patterns: string[], without: (path: string) => boolean = () => false): string {
  const hash = createHash('sha256')
  const files = globSync(patterns).filter(path => !without(path) && statSync(path).isFile())
  for (const path of files.sort()) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}
