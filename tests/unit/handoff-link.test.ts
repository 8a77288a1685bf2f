import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriesCart, type HandoffLink, handoffAddress, handoffLinkSchema } from '#lib/domain/handoff-link.ts'

const numbered = handoffLinkSchema.parse({
  address: 'https://www.amazon.example/gp/aws/cart/add.html?{lines}',
  line: 'ASIN.{index}={article}&Quantity.{index}={quantity}',
  attribution: { AssociateTag: 'marram-20' },
})
const joined = handoffLinkSchema.parse({
  address: 'https://affil.walmart.example/cart/addToCart?items={lines}',
  line: '{article}|{quantity}',
  separator: ',',
})
const bare = handoffLinkSchema.parse({
  address: 'https://www.kroger.example/search?query=marram',
  attribution: { utm_source: 'marram shop' },
})
const two = [
  { article: 'B00OATS', quantity: 2 },
  { article: 'B00TEAS', quantity: 1 },
]

describe('a link with the cart in it', () => {
  it('repeats a form’s fields by index and adds the attribution', () => {
    expect(handoffAddress(numbered, two)).toBe(
      'https://www.amazon.example/gp/aws/cart/add.html?ASIN.1=B00OATS&Quantity.1=2&ASIN.2=B00TEAS&Quantity.2=1&AssociateTag=marram-20',
    )
  })

  it('joins lines in one parameter', () => {
    expect(handoffAddress(joined, two)).toBe(
      'https://affil.walmart.example/cart/addToCart?items=B00OATS|2,B00TEAS|1',
    )
  })

  it('leads to the shop alone where the shop takes no cart', () => {
    expect([numbered, joined, bare].map(carriesCart)).toEqual([true, true, false])
    expect(handoffAddress(bare, two)).toBe(
      'https://www.kroger.example/search?query=marram&utm_source=marram%20shop',
    )
  })

  it('takes as many lines as the shop does', () => {
    expect(handoffAddress({ ...joined, maximumLines: 1 }, two)).toContain('items=B00OATS|2')
    expect(handoffAddress({ ...joined, maximumLines: 1 }, two)).not.toContain('B00TEAS')
  })

  const lines = fc.array(
    fc.record({
      article: fc.string({ minLength: 1, unit: 'grapheme' }),
      quantity: fc.integer({ min: 1, max: 99 }),
    }),
    { maxLength: 50 },
  )

  it('names each article and quantity and nothing else, whatever the numbers are made of', () => {
    fc.assert(
      fc.property(lines, cart => {
        const url = new URL(handoffAddress(numbered, cart))
        const expected = cart.flatMap(({ article, quantity }, place) => [
          [`ASIN.${place + 1}`, article],
          [`Quantity.${place + 1}`, String(quantity)],
        ])
        expect([...url.searchParams].filter(([name]) => name !== '')).toEqual([
          ...expected,
          ['AssociateTag', 'marram-20'],
        ])
      }),
    )
  })

  it('never leads anywhere but to the address in the row', () => {
    const kinds: HandoffLink[] = [
      numbered,
      joined,
      bare,
      handoffLinkSchema.parse({ address: 'https://shop.example/cart?{lines}', line: '{article}' }),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...kinds), lines, (link, cart) => {
        const [fixed = ''] = link.address.split(/[?{]/)
        const url = new URL(handoffAddress(link, cart))
        expect(url.origin).toBe(new URL(fixed).origin)
        expect(url.href.startsWith(fixed)).toBe(true)
        expect(url.hash).toBe('')
      }),
    )
  })
})

describe('a template', () => {
  const good = { address: 'https://shop.example/cart?{lines}', line: 'a={article}' }

  it.each([
    ['http', { ...good, address: 'http://shop.example/cart?{lines}' }],
    ['a script', { ...good, address: 'javascript:alert({lines})' }],
    ['the cart in the host', { ...good, address: 'https://{lines}.shop.example/' }],
    ['the cart in the path', { ...good, address: 'https://shop.example/cart/{lines}' }],
    ['a name and password', { ...good, address: 'https://a:b@shop.example/?{lines}' }],
    ['the cart twice', { ...good, address: 'https://shop.example/?{lines}&{lines}' }],
    ['an unknown place', { ...good, address: 'https://shop.example/?{lines}&u={email}' }],
    ['a line of unknown words', { ...good, line: 'a={article}&mail={email}' }],
    ['a line without the article', { ...good, line: 'n={quantity}' }],
    ['a line that cannot be in a query', { ...good, line: 'a={article}#"' }],
    ['a broken escape', { ...good, line: 'a={article}%2' }],
    ['no line', { address: good.address }],
    ['a line with nowhere to go', { address: 'https://shop.example/', line: good.line }],
    ['a parameter’s name that is two', { ...good, attribution: { 'a=1&b': '2' } }],
  ])('with %s is refused when the row is saved', (_, template) => {
    expect(handoffLinkSchema.safeParse(template).success).toBe(false)
  })

  it('may lead to this machine, for the demo', () => {
    const address = 'http://localhost:3011/cart?{lines}'
    expect(handoffLinkSchema.safeParse({ ...good, address }).success).toBe(true)
  })
})
