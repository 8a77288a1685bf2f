import { describe, expect, test } from 'vitest'
import { isRetailersPage, webAddress } from '#lib/domain/retailer-page.ts'

const retailer = { endpoint: 'https://api.shop.example/ucp', pageOrigins: ['https://www.shop.example'] }

describe('a page that shoppers are sent to', () => {
  test.each(['https://api.shop.example/checkout/1', 'https://www.shop.example/c?id=1#pay'])(
    'is the retailer’s own: %s',
    url => {
      expect(isRetailersPage(url, retailer)).toBe(true)
    },
  )

  test.each([
    'http://www.shop.example/checkout',
    'https://shop.example/checkout',
    'https://www.shop.example.evil.example/',
    'https://www.shop.example@evil.example/',
    'https://evil@www.shop.example/',
    'https://www.shop.example:8443/',
    '//www.shop.example/checkout',
    'javascript:alert(1)//https://www.shop.example',
    'data:text/html,hello',
    '/checkout/1',
    '',
  ])('is not: %s', url => {
    expect(isRetailersPage(url, retailer)).toBe(false)
  })
})

test('a link elsewhere is one of the web or none', () => {
  expect(webAddress('https://carrier.example/track?n=1')).toBe('https://carrier.example/track?n=1')
  expect(webAddress('javascript:alert(1)')).toBeUndefined()
  expect(webAddress('carrier.example')).toBeUndefined()
  expect(webAddress(undefined)).toBeUndefined()
})
