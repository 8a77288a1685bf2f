import type { ReactNode } from 'react'
import type { Block, Inline } from '#lib/domain/rich-text.ts'

function words(parts: readonly Inline[]): ReactNode {
  return parts.map((part, index) => {
    // The parts of a text have no identity but their place, and are never moved.
    const key = `${part.kind}-${index}`
    if (part.kind === 'text') return part.text
    if (part.kind === 'bold')
      return (
        <strong className="font-semibold" key={key}>
          {words(part.children)}
        </strong>
      )
    if (part.kind === 'italic') return <em key={key}>{words(part.children)}</em>
    return (
      <a className="prose-link" href={part.href} key={key} rel="noopener">
        {words(part.children)}
      </a>
    )
  })
}

function items(list: readonly Inline[][]): ReactNode {
  return list.map((item, index) => {
    const key = `item-${index}`
    return <li key={key}>{words(item)}</li>
  })
}

function blockOf(block: Block, key: string): ReactNode {
  if (block.kind === 'heading')
    return (
      <h3 className="mt-2 text-heading text-ink" key={key}>
        {words(block.children)}
      </h3>
    )
  if (block.kind === 'bullets')
    return (
      <ul className="grid list-disc gap-1 pl-6" key={key}>
        {items(block.items)}
      </ul>
    )
  if (block.kind === 'numbers')
    return (
      <ol className="grid list-decimal gap-1 pl-6" key={key}>
        {items(block.items)}
      </ol>
    )
  return <p key={key}>{words(block.children)}</p>
}

/** Rich text from top to bottom. */
export function TextBlocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => blockOf(block, `block-${index}`))
}

/** A listing's words: its first paragraph large, the rest beside it. */
export function RichText({ blocks }: { blocks: readonly Block[] }) {
  const [first, ...rest] = blocks
  const opening = first?.kind === 'paragraph' ? first : undefined
  return (
    <div className="mt-16 grid gap-x-16 gap-y-5 lg:mt-24 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <p className="font-display text-[clamp(1.375rem,1.1rem+1.1vw,2rem)] leading-[1.3]">
        {opening && words(opening.children)}
      </p>
      <div className="grid content-start gap-4 text-lead text-muted">
        <TextBlocks blocks={opening ? rest : blocks} />
      </div>
    </div>
  )
}
