import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'

const files = globSync('tests/**/*.test.{ts,tsx}')
const titlePattern =
  /\b(?:test|it)(?:\.\w+)*(?:\([^'"`]*\)|\(\s*\[[\s\S]*?\]\s*\))?\s*\(\s*(['"`])(.+?)\1\s*,/g

/** The titles of a file's tests, what `test.each` fills in written as in prose. */
function titlesIn(file: string): string[] {
  const titles = [...readFileSync(file, 'utf8').matchAll(titlePattern)].map(match => match[2] ?? '')
  return titles.map(title => title.replaceAll(/%s|\$\w+/g, '…'))
}

type Named = { file: string; titles: string[] }

/** The tests that the rows of a table name: a file in backticks, then the titles of its tests in quotes. */
function namedIn(row: string): Named[] {
  const parts = row.split(/`([^`]+\.test\.tsx?)`/).slice(1)
  return parts.flatMap((file, index) => {
    if (index % 2 === 1) return []
    const titles = [...(parts[index + 1] ?? '').matchAll(/"([^"]+)"/g)].map(match => match[1] ?? '')
    return [{ file, titles }]
  })
}

const rows = readFileSync('docs/reliability.md', 'utf8')
  .split('\n')
  .filter(line => line.startsWith('|') && line.includes('.test.ts'))

test('each of the eight invariants names a test', () => {
  const numbers = rows.flatMap(row => /^\| (\d) \|/.exec(row)?.[1] ?? [])
  expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

test.each(rows.flatMap(namedIn))('$file has the tests it is said to have', ({ file, titles }) => {
  const found = files.filter(path => path === file || basename(path) === file)
  expect(found).toHaveLength(1)
  expect(found.flatMap(titlesIn)).toEqual(expect.arrayContaining(titles))
})
