import { expect, test } from 'vitest'
import { readRichText } from '#lib/domain/rich-text.ts'

const text = (words: string) => [{ kind: 'text', text: words }]

test('paragraphs, headings and lists are told apart', () => {
  const source = 'One.\nStill one.\n\n## Two\n\n- a\n- b\n\n1. c\n2. d\r\n\r\nLast.'
  expect(readRichText(source)).toEqual([
    { kind: 'paragraph', children: text('One.\nStill one.') },
    { kind: 'heading', children: text('Two') },
    { kind: 'bullets', items: [text('a'), text('b')] },
    { kind: 'numbers', items: [text('c'), text('d')] },
    { kind: 'paragraph', children: text('Last.') },
  ])
  expect(readRichText('  \n\n ')).toEqual([])
})

test('marks nest, and unfinished ones stay characters', () => {
  expect(readRichText('a **b *c*** [d](https://example.com/x) 2 * 3 * 4 **e')).toEqual([
    {
      kind: 'paragraph',
      children: [
        ...text('a '),
        { kind: 'bold', children: [...text('b '), { kind: 'italic', children: text('c') }] },
        ...text(' '),
        { kind: 'link', href: 'https://example.com/x', children: text('d') },
        ...text(' 2 * 3 * 4 **e'),
      ],
    },
  ])
})

test.each([
  'javascript:alert`1`',
  'JaVaScRiPt:alert`1`',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'http://plain.example',
])('a link to %s is no link', href => {
  const source = `[go](${href})`
  expect(readRichText(source)).toEqual([{ kind: 'paragraph', children: text(source) }])
})

test('HTML stays text', () => {
  const source = '<img src=x onerror=alert(1)> <script>x</script> <a href="javascript:x">y</a>'
  expect(readRichText(source)).toEqual([{ kind: 'paragraph', children: text(source) }])
})

test.each(['[a](', '['])('a long run of %s ends as the characters it is', part => {
  const source = part.repeat(2000)
  expect(readRichText(source)).toEqual([{ kind: 'paragraph', children: text(source) }])
})
