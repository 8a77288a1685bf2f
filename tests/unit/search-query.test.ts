import { expect, test } from 'vitest'
import { searchQuerySchema } from '#lib/domain/search-query.ts'

test('a query is one trimmed line', () => {
  expect(searchQuerySchema.parse('  olive \n\t oil\u0000 ')).toBe('olive oil')
})

test('what is not one text is an empty query', () => {
  expect(searchQuerySchema.parse(undefined)).toBe('')
  expect(searchQuerySchema.parse(['oats', 'tea'])).toBe('')
})

test('a query that is too long keeps its start', () => {
  expect(searchQuerySchema.parse('a'.repeat(5000))).toHaveLength(80)
})
