import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { generatedItems } from '#lib/local/seed/generate.ts'
import { startDynamoDb } from '#lib/local/stand-ins/dynamodb.ts'
import { exportItems } from './export.ts'
import type { Line } from './report.ts'

type Page = { units: number; requests: number; cards: number }

const few = 100
const script = 'tests/bench/count-page.ts'
const table = 'brandfront'

/** The stand-in's own program, which can take in an export. Throws where it does not exist for the platform. */
function program(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}/package.json`
  return join(dirname(createRequire(import.meta.url).resolve(name)), 'dynoxide')
}

/** Makes the stand-in's database in `folder`, holding these items. */
export async function fillDatabase(folder: string, items: Iterable<object>): Promise<void> {
  // In memory where the machine has such a folder: a million items are a long wait on a disk.
  const scratch = join(existsSync('/dev/shm') ? '/dev/shm' : '.local', `brandfront-bench-${process.pid}`)
  mkdirSync(scratch, { recursive: true })
  mkdirSync(folder, { recursive: true })
  try {
    const { source, schema } = await exportItems(scratch, table, items)
    const made = join(scratch, 'dynamodb.sqlite')
    execFileSync(program(), ['import', '--source', source, '--schema', schema, '--output', made], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    copyFileSync(made, join(folder, 'dynamodb.sqlite'))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function* listingsOf(count: number): Generator<object> {
  for (let index = 0; index < count; index++) yield* generatedItems(index, { lean: true })
}

/** Runs `script` against a table of its own with so many listings; returns what it printed, parsed. */
async function withTable<Answer>(count: number, port: number, script: string): Promise<Answer> {
  const folder = mkdtempSync('.local/bench-table-')
  try {
    await fillDatabase(folder, listingsOf(count))
    const database = await startDynamoDb({ port, folder, only: 'dynoxide' })
    try {
      const env = { ...process.env, TABLE_NAME: table, AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` }
      return JSON.parse(execFileSync(process.execPath, [script], { env, encoding: 'utf8' })) as Answer
    } finally {
      await database.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** (e) Units that a listing page reads with few and with `many` listings, in tables of their own. */
export async function listingUnits(port: number, many: number): Promise<Line[]> {
  const small = await withTable<Page>(few, port, script)
  const large = await withTable<Page>(many, port, script)
  return [
    {
      part: 'e',
      what: `Units read by a listing page: ${few} and ${many} listings`,
      measured: `${small.units} and ${large.units} (${small.cards} and ${large.cards} cards)`,
      mark: 'equal',
      met: small.units === large.units && small.units > 0 && small.cards === 24 && large.cards === 24,
      details: { small, large },
    },
  ]
}
