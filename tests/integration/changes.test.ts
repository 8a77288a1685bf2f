import { expect, test } from 'vitest'
import { addChanges, listChanges, listChangesOf } from '#lib/data/changes.ts'
import { client } from '#lib/data/table.ts'
import { changeSchema, type NewChange } from '#lib/domain/change.ts'
import { newId } from '#lib/domain/ids.ts'
import { requestsOf } from '#tests/fixtures/requests.ts'

const month = () => new Date().toISOString().slice(0, 7)
const published = (slug: string, detail: string): NewChange => ({
  subject: { kind: 'listing', id: slug },
  verb: 'published',
  detail,
})

test('what people did is listed by month and by what they did it to, newest first', async () => {
  const [first, second] = [`log-${newId('event')}`, `log-${newId('event')}`]
  await addChanges('mika@example.com', [published(first, 'version 2')])
  await addChanges('ines@example.com', [published(second, 'version 1'), published(first, 'version 3')])
  const { commands } = await requestsOf(client, async () => {
    const { changes } = await listChangesOf({ kind: 'listing', id: first })
    expect(changes.map(({ by, detail }) => `${by} ${detail}`)).toEqual([
      'ines@example.com version 3',
      'mika@example.com version 2',
    ])
    for (const change of changes) expect(changeSchema.safeParse(change).success).toBe(true)
  })
  expect(commands).toEqual(['Query'])
  const { changes } = await listChanges(month())
  expect(changes.map(({ subject }) => subject.id).filter(id => [first, second].includes(id))).toHaveLength(3)
  expect(changes.map(({ id }) => id)).toEqual(
    changes
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  )
})

test('pages lose and repeat nothing', async () => {
  const slug = `log-${newId('event')}`
  await addChanges(
    'mika@example.com',
    Array.from({ length: 30 }, (_, index) => published(slug, String(index))),
  )
  const details: string[] = []
  let after: string | undefined
  do {
    const page = await listChangesOf({ kind: 'listing', id: slug }, { after, limit: 7 })
    details.push(...page.changes.map(({ detail }) => detail ?? ''))
    after = page.next
  } while (after)
  expect(details.toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 30 }, (_, index) => String(index)),
  )
  await expect(listChanges(month(), { after: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' })
})
