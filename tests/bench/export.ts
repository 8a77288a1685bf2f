import { once } from 'node:events'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { tableDefinition } from '#lib/data/table-definition.ts'

/** A value as DynamoDB's JSON writes it. */
function typed(value: unknown): object {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return { L: value.map(typed) }
  if (value && typeof value === 'object') return { M: typedMembers(value) }
  return { NULL: true }
}

function typedMembers(item: object): Record<string, object> {
  const members = Object.entries(item).filter(([, value]) => value !== undefined)
  return Object.fromEntries(members.map(([name, value]) => [name, typed(value)]))
}

/**
 * Writes items as a DynamoDB export to S3 would be laid out, with the table's schema beside it: minutes less than
 * writing them through the API. Returns the paths of both.
 */
export async function exportItems(folder: string, table: string, items: Iterable<object>) {
  const source = join(folder, 'export')
  const schema = join(folder, 'schema.json')
  mkdirSync(join(source, table, 'data'), { recursive: true })
  writeFileSync(schema, JSON.stringify({ Table: { ...tableDefinition, TableName: table } }))
  const zip = createGzip({ level: 1 })
  const file = zip.pipe(createWriteStream(join(source, table, 'data', 'items.json.gz')))
  for (const item of items) {
    if (!zip.write(`${JSON.stringify({ Item: typedMembers(item) })}\n`)) await once(zip, 'drain')
  }
  zip.end()
  await finished(file)
  return { source, schema }
}
