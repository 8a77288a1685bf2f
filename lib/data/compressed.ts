import { gunzipSync, gzipSync } from 'node:zlib'

/** A value as gzipped JSON: for bulky text that is read whole and never searched inside. */
export function pack(value: unknown): Uint8Array {
  return new Uint8Array(gzipSync(JSON.stringify(value)))
}

/** The value that `pack` was given. The caller names its type: only this folder writes what it reads. */
export function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(gunzipSync(bytes).toString('utf8')) as T
}
