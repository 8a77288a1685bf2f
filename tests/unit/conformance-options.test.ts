import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readOptions } from '#lib/local/conformance/options.ts'

const folder = mkdtempSync(join(tmpdir(), 'kit-options-'))
const file = join(folder, 'kit.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const url = 'https://shop.example/.well-known/ucp'

test('a server is named by flags, by a file, or by both, and a flag goes before', () => {
  writeFileSync(file, JSON.stringify({ url, sku: 'from-file', declinedToken: 'no', webhooks: true }))
  const { server } = readOptions(['--options', file, '--sku', 'from-flag', '--only', 'quote,place'])
  expect(server).toMatchObject({
    url,
    sku: 'from-flag',
    declinedToken: 'no',
    webhooks: true,
    currency: 'USD',
  })
})

test('without a server the demo’s retailers are meant, all of them or one', () => {
  const { retailer, server } = readOptions([])
  expect([retailer, server.url, server.row]).toEqual([undefined, undefined, undefined])
  expect(readOptions(['--retailer', 'thistle']).retailer).toBe('thistle')
})

test.each([
  ['a server without an article', ['--url', url]],
  ['an address that is none', ['--url', 'shop', '--sku', '1']],
  ['a flag that is none', ['--sell', '1']],
])('%s is refused', (_, args) => {
  expect(() => readOptions(args)).toThrow()
})
