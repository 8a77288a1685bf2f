import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRecorder } from '#tests/fixtures/recorder.ts'

const invalidation = `<?xml version="1.0"?><Invalidation><Id>I1</Id><Status>InProgress</Status><CreateTime>2026-11-22T12:00:00Z</CreateTime><InvalidationBatch><Paths><Quantity>1</Quantity></Paths><CallerReference>x</CallerReference></InvalidationBatch></Invalidation>`

let cloudFront: Awaited<ReturnType<typeof startRecorder>>
let service: typeof import('#lib/services/invalidate-pages.ts')

beforeAll(async () => {
  cloudFront = await startRecorder({ status: 201, type: 'text/xml', body: invalidation })
  process.env.AWS_ENDPOINT_URL_CLOUDFRONT = cloudFront.url
  process.env.DISTRIBUTION_ID = 'E2EXAMPLE'
  // Imported only now: the settings are read when the module is loaded.
  service = await import('#lib/services/invalidate-pages.ts')
})
afterAll(() => cloudFront.stop())

test('the CDN is asked to forget the product’s page and its query strings', async () => {
  expect(await service.invalidatePages(['listing:fog-watch-tea'])).toBe(true)
  const sent = cloudFront.requests.at(-1)
  expect(sent).toMatchObject({ method: 'POST', path: '/2020-05-31/distribution/E2EXAMPLE/invalidation' })
  expect(sent?.body).toContain('<Quantity>1</Quantity><Items><Path>/p/fog-watch-tea*</Path></Items>')
})

test('each time with a reference of its own, or CloudFront would take it for the last one', async () => {
  await service.invalidatePages(['listing:fog-watch-tea'])
  await service.invalidatePages(['listing:fog-watch-tea'])
  const references = cloudFront.requests.map(({ body }) => /<CallerReference>(.*)</.exec(body)?.[1])
  expect(new Set(references).size).toBe(references.length)
})

test('a change of a shelf concerns home, shelves, site maps and the products that show it', () => {
  const paths = service.pathsOf(['listing:fog-watch-tea', 'category:tea-and-cocoa', 'listings'])
  expect(paths).toEqual(['/', '/front/*', '/p/*', '/products*', '/sitemap*'])
})

test('a change of the menu or the announcement concerns every page', () => {
  expect(service.pathsOf(['frame'])).toEqual(['/*'])
})

test('a CDN that cannot be reached stops nobody', async () => {
  cloudFront.stop()
  expect(await service.invalidatePages(['listings'])).toBe(false)
})
