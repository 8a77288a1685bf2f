import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('nothing in the product reads a whole table', () => {
  const files = globSync('{app,components,lib}/**/*.{ts,tsx}')
  expect(files.length).toBeGreaterThan(100)
  const scanning = files.filter(file => /\bScanCommand\b|\.scan\b/.test(readFileSync(file, 'utf8')))
  expect(scanning).toEqual([])
})
