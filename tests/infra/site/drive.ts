import { S3Client } from '@aws-sdk/client-s3'
import { config } from '#lib/config.ts'
import { getListing, saveListing } from '#lib/data/listings.ts'
import { saveRetailer } from '#lib/data/retailers.ts'
import { registryRows } from '#lib/local/sandbox/registry-rows.ts'
import { shopKey } from '#lib/local/sandbox/shop/signing.ts'
import { seedSite } from '#lib/local/seed/site.ts'
import { sign } from '#lib/retailers/ucp/signatures/sign.ts'
import { secret, secretNames } from '#lib/secrets.ts'
import { exampleListing } from '#tests/fixtures/listing.ts'
import { unless } from '#tests/infra/graph.ts'
import { processorOrigin } from './build.ts'
import { cachedKeys, makeCache } from './cache.ts'
import { type Answer, ask, load, provideLambda } from './function.ts'

/*
 * Drives the server that OpenNext built, against stand-ins for its cache and for the table. A process of its own,
 * since the built code reads its settings when it is loaded. Prints a line of JSON for each check.
 */

const slug = 'rolled-oats'
const s3 = new S3Client({})
provideLambda()
process.env.REVALIDATION_QUEUE_URL = await makeCache(s3)
await seedSite()
await saveListing(exampleListing(slug), 0)
const server = await load('server-functions/default')

function report(name: string, problems: string[]): void {
  process.stdout.write(`${JSON.stringify({ name, problems })}\n`)
}

const told = ({ status, headers, text }: Answer) =>
  `${status} ${JSON.stringify(headers)} ${text.slice(0, 300)}`
const shows = (page: Answer, words: string) => page.status === 200 && page.text.includes(words)
const headerOf = ({ headers }: Answer, name: string) =>
  Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1] ?? ''

const about = await ask(server, '/about')
report('a prerendered page comes from the cache, with its age for the CDN and the security headers', [
  ...unless(shows(about, '<h1'), `the page did not come: ${told(about)}`),
  ...unless(/s-maxage=\d+/.test(headerOf(about, 'cache-control')), `no CDN may keep it: ${told(about)}`),
  // What was made with the site had no table to ask: it is shown, and made anew behind it.
  ...unless(/^(HIT|STALE)$/.test(headerOf(about, 'x-nextjs-cache')), `it was not kept: ${told(about)}`),
  ...unless(
    headerOf(about, 'content-security-policy').includes(processorOrigin),
    'the browser may not send card details to the processor',
  ),
])

const before = await cachedKeys(s3)
const first = await ask(server, `/p/${slug}`)
const second = await ask(server, `/p/${slug}`)
const after = await cachedKeys(s3)
report('a page is made when first asked for, and kept', [
  ...unless(shows(first, 'Rolled Oats'), `the page did not come: ${told(first)}`),
  ...unless(after.length > before.length, 'it was not put in the bucket'),
  ...unless(headerOf(second, 'x-nextjs-cache') === 'HIT', `it was made again: ${told(second)}`),
])

const missing = await ask(server, '/p/no-such-product')
report('a page that is not there is a 404', unless(missing.status === 404, told(missing)))

const fields = [...first.text.matchAll(/<input[^>]*name="(\$ACTION[^"]*)"[^>]*?(?:value="([^"]*)")?[^>]*>/g)]
const form = new FormData()
for (const [, name = '', value = ''] of fields) {
  form.set(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}
form.set('slug', slug)
form.set('sku', exampleListing(slug).variants[0]?.sku ?? '')
form.set('quantity', '2')
const posted = new Request('https://shop.marram.example', { method: 'POST', body: form })
const added = await ask(server, `/p/${slug}`, {
  method: 'POST',
  headers: {
    'content-type': posted.headers.get('content-type') ?? '',
    origin: 'https://shop.marram.example',
  },
  body: Buffer.from(await posted.arrayBuffer()),
})
const cookies = added.cookies.map(cookie => cookie.split(';')[0] ?? '')
const cart = await ask(server, '/cart/plain', { cookies })
report('a server action puts a product in the cart of a browser without scripts', [
  ...unless(fields.length > 0, 'the page has no form for it'),
  ...unless(added.status === 303, `it did not lead on: ${told(added)}`),
  ...unless(shows(cart, 'Rolled Oats'), `the cart does not hold it: ${told(cart)}`),
])

const guarded = await ask(server, '/studio')
report(
  'the studio asks strangers to sign in',
  unless(guarded.status === 307 && headerOf(guarded, 'location').includes('/sign-in'), told(guarded)),
)

const stored = await getListing(slug)
await saveListing({ ...exampleListing(slug), name: 'Rolled Oats, renamed' }, stored?.listing.version ?? 1)
const stale = await ask(server, `/p/${slug}`)
const revalidate = (token: string) =>
  ask(server, '/api/revalidate', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ tags: [`listing:${slug}`] }),
  })
const refused = await revalidate('wrong')
const revalidated = await revalidate(await secret(secretNames.revalidate))
const fresh = await ask(server, `/p/${slug}`)
report('a page is made anew once its tag is revalidated, and not before', [
  ...unless(!stale.text.includes('renamed'), 'the page changed before it was told'),
  ...unless(refused.status === 401, `a stranger revalidated: ${told(refused)}`),
  ...unless(revalidated.status === 200, `it was refused: ${told(revalidated)}`),
  ...unless(shows(fresh, 'Rolled Oats, renamed'), `the page is the old one: ${told(fresh)}`),
])

const shop = process.env.RETAILER_URL ?? ''
for (const row of registryRows({ greenline: shop, sandpay: shop })) await saveRetailer(row)
const webhook = new URL('/api/webhooks/ucp', config.SITE_URL)
const said = JSON.stringify({ id: 'GL-1' })
const headers = new Headers({
  'content-type': 'application/json',
  'ucp-agent': `profile="${shop}/.well-known/ucp"`,
  'webhook-id': 'check-1',
})
const message = { method: 'POST', url: webhook, headers, body: new TextEncoder().encode(said) }
const signature = sign(message, await shopKey('greenline'))
for (const [name, value] of Object.entries(signature)) headers.set(name, value)
const send = (body: string) =>
  ask(server, webhook.pathname, { method: 'POST', headers: Object.fromEntries(headers), body })
const taken = await send(said)
const altered = await send(said.replace('GL-1', 'GL-2'))
report('a webhook that its retailer signed is taken, byte for byte, and an altered one is not', [
  ...unless(taken.status === 202, `it was refused: ${told(taken)}`),
  ...unless(altered.status === 401, `an altered one was taken: ${told(altered)}`),
])

const compressed = await ask(server, '/about', { headers: { 'accept-encoding': 'br' } })
report(
  'answers are compressed for browsers that can take it',
  unless(headerOf(compressed, 'content-encoding') === 'br', told({ ...compressed, text: '' })),
)
process.exit(0)
