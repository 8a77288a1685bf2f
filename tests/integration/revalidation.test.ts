import { expect, test } from 'vitest'
import { secret, secretNames } from '#lib/secrets.ts'
import { parseRevalidation } from '#lib/services/parse-revalidation.ts'

const url = 'http://localhost/api/revalidate'

async function asking(body: BodyInit, authorization?: string): Promise<Request> {
  const bearer = authorization ?? `Bearer ${await secret(secretNames.revalidate)}`
  return new Request(url, { method: 'POST', body, headers: { authorization: bearer } })
}

test('the holder of the secret names tags', async () => {
  const body = JSON.stringify({ tags: ['listings', 'category:tea-and-cocoa', 'listing:fog-watch-tea'] })
  expect(await parseRevalidation(await asking(body))).toEqual(JSON.parse(body))
})

test.each(['', 'Bearer', 'Bearer wrong', 'Basic wrong'])('"%s" proves nothing', async authorization => {
  const request = await asking('{"tags":["listings"]}', authorization)
  await expect(parseRevalidation(request)).rejects.toMatchObject({ code: 'not_signed_in' })
})

test.each([
  ['not JSON', 'tags=listings'],
  ['no tags', '{"tags":[]}'],
  ['a tag of another kind', '{"tags":["order:1"]}'],
  ['tags that are no list', '{"tags":"listings"}'],
  ['nothing', ''],
])('a body that is %s is refused', async (_, body) => {
  await expect(parseRevalidation(await asking(body))).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a body that is too large is refused, announced or not', async () => {
  const large = JSON.stringify({ tags: ['listings'], filler: 'x'.repeat(20_000) })
  await expect(parseRevalidation(await asking(large))).rejects.toMatchObject({ code: 'too_large' })
  const stream = new Blob([large]).stream()
  const unannounced = new Request(url, {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { authorization: `Bearer ${await secret(secretNames.revalidate)}` },
  } as RequestInit)
  await expect(parseRevalidation(unannounced)).rejects.toMatchObject({ code: 'too_large' })
})
