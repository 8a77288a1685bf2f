import type { Route } from 'next'
import Link from 'next/link'
import { type KeyboardEvent, useRef } from 'react'
import type { ListingActs } from '#components/studio/editor/use-listing-acts.ts'
import type { Listing } from '#lib/domain/listing.ts'

type Properties = { slug: string; status: Listing['status']; hasDraft: boolean; acts: ListingActs }

const item = 'flex min-h-11 w-full items-center px-4 text-left text-sm hover:bg-sunk'

/** What is done to a listing more seldom. */
export function MoreMenu({ slug, status, hasDraft, acts }: Properties) {
  const menu = useRef<HTMLDetailsElement>(null)

  function close() {
    if (menu.current) menu.current.open = false
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    close()
    menu.current?.querySelector('summary')?.focus()
  }

  const entry = (words: string, act: () => unknown) => (
    <li>
      <button
        className={item}
        onClick={() => {
          close()
          act()
        }}
        type="button"
      >
        {words}
      </button>
    </li>
  )

  return (
    <details
      className="relative"
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
      onKeyDown={onKeyDown}
      ref={menu}
    >
      <summary className="inline-flex min-h-11 select-none list-none items-center rounded-label px-3 font-semibold text-sm hover:bg-surface">
        More
      </summary>
      <ul className="absolute right-0 z-40 w-60 border border-ink bg-paper py-1 shadow-lg">
        {entry('Share a preview link', acts.share)}
        {status === 'published' && (
          <li>
            <a className={item} href={`/api/preview/leave?slug=${slug}`}>
              See it in the shop
            </a>
          </li>
        )}
        <li>
          <Link className={item} href={`/studio/listings/new?copy=${slug}` as Route}>
            Begin a copy of it
          </Link>
        </li>
        {hasDraft && entry('Discard the draft', acts.discard)}
        {status === 'published' && entry('Unpublish', () => acts.withdraw('draft'))}
        {status !== 'archived' && entry('Archive', () => acts.withdraw('archived'))}
      </ul>
    </details>
  )
}
