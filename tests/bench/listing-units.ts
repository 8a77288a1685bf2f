import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { startDynamoDb } from '#lib/local/stand-ins/dynamodb.ts'
import { exportListings } from './export.ts'
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

/** Runs `script` against a table of its own with so many listings and `more` items; returns what it printed, parsed. */
export async function withTable<Answer>(
  { count, more, port }: { count: number; more?: readonly object[]; port: number },
  script: string,
): Promise<Answer> {
  // In memory where the machine has such a folder: a million items are a long wait on a disk.
  const folder = join(existsSync('/dev/shm') ? '/dev/shm' : '.local', `brandfront-bench-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  try {
    const { source, schema } = await exportListings(folder, table, count, more)
    const output = join(folder, 'dynamodb.sqlite')
    execFileSync(program(), ['import', '--source', source, '--schema', schema, '--output', output], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
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
  const small = await withTable<Page>({ count: few, port }, script)
  const large = await withTable<Page>({ count: many, port }, script)
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
