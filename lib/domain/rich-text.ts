/**
 * The rich text of a listing: paragraphs, headings (`## `), lists (`- `, `1. `), `**bold**`, `*italic*` and
 * `[links](https://…)`. Text is only ever read into these parts: markup of any other kind stays the characters it is
 * made of, so that nothing typed can become HTML.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold'; children: Inline[] }
  | { kind: 'italic'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; children: Inline[] }
  | { kind: 'bullets'; items: Inline[][] }
  | { kind: 'numbers'; items: Inline[][] }

/** An address that a link may lead to: this site, another by HTTPS, or a mailbox. */
export function isSafeAddress(href: string): boolean {
  if (/^\/(?!\/)[^\s\\]*$/.test(href)) return true
  const url = URL.parse(href)
  return url !== null && ['https:', 'mailto:'].includes(url.protocol)
}

const marks = /\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)|\*(?=\S)(.+?)(?<=\S)\*|\[([^[\]]+)\]\(([^()\s]+)\)/s
const deepest = 4

function inlines(text: string, depth = 0): Inline[] {
  const found = depth < deepest ? marks.exec(text) : null
  if (!found) return text === '' ? [] : [{ kind: 'text', text }]
  const [all, bold, italic, label, href = ''] = found
  const before = text.slice(0, found.index)
  const rest = text.slice(found.index + all.length)
  const part = (): Inline => {
    if (bold) return { kind: 'bold', children: inlines(bold, depth + 1) }
    if (italic) return { kind: 'italic', children: inlines(italic, depth + 1) }
    if (label && isSafeAddress(href)) return { kind: 'link', href, children: inlines(label, depth + 1) }
    return { kind: 'text', text: all }
  }
  return [...(before ? [{ kind: 'text', text: before } as const] : []), part(), ...inlines(rest, depth)]
}

function blockOf(lines: readonly string[]): Block {
  const heading = lines.length === 1 ? /^#{1,3}\s+(.+)$/.exec(lines[0] ?? '') : null
  if (heading) return { kind: 'heading', children: inlines(heading[1] ?? '') }
  const item = (line: string, mark: RegExp) => inlines(line.replace(mark, '').trim())
  const [bullet, number] = [/^[-*]\s+/, /^\d{1,2}[.)]\s+/]
  if (lines.every(line => bullet.test(line)))
    return { kind: 'bullets', items: lines.map(line => item(line, bullet)) }
  if (lines.every(line => number.test(line)))
    return { kind: 'numbers', items: lines.map(line => item(line, number)) }
  return { kind: 'paragraph', children: inlines(lines.join('\n')) }
}

/** Reads rich text. A blank line parts blocks. */
export function readRichText(source: string): Block[] {
  return source
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(block => block.split('\n').filter(line => line.trim() !== ''))
    .filter(lines => lines.length > 0)
    .map(blockOf)
}
