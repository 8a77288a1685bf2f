import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { Entity } from 'electrodb'
import { expect, test } from 'vitest'
import { wordItem } from '#lib/data/listing-items.ts'
import { saveListing } from '#lib/data/listings.ts'
import { storageBy } from '#lib/data/search-cache.ts'
import { client } from '#lib/data/table.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'

test('a search goes by the cache’s client, and what it answers is read as the table’s own', async () => {
  await saveListing(exampleListing('quillwort-crackers', { name: 'Quillwort Crackers' }), 0)
  const asked: QueryCommandInput[] = []
  const cached = storageBy(input => {
    asked.push(input)
    return client.query(input)
  })
  const words = new Entity(wordItem.schema, cached)
  const { data } = await words.query.word({ initials: 'qu' }).begins({ word: 'quillwort' }).go()
  expect(data.map(item => item.slug)).toContain('quillwort-crackers')
  expect(asked).toHaveLength(1)
})
