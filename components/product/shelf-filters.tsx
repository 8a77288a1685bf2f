import type { Route } from 'next'
import Link from 'next/link'
import { classNames } from '#components/ui/class-names.ts'
import { listingSorts, tags } from '#lib/domain/listing.ts'
import { sortWords, tagWords } from '#lib/domain/listing-words.ts'
import { type ShelfView, shelfPath } from '#lib/domain/shelf-view.ts'

/** What to show and in what order, as links: every view is a page of its own, and no script is needed. */
export function ShelfFilters({ view }: { view: ShelfView }) {
  const { tag: chosenTag, after: _after, ...first } = view
  return (
    <div className="grid gap-x-12 border-line border-y py-2 lg:flex lg:items-center lg:justify-between">
      <Choices label="Show">
        <Choice current={!chosenTag} view={first}>
          Everything
        </Choice>
        {tags.map(tag => (
          <Choice current={tag === chosenTag} key={tag} view={{ ...first, tag }}>
            {tagWords[tag]}
          </Choice>
        ))}
      </Choices>
      <Choices label="Sort">
        {listingSorts.map(sort => (
          <Choice current={sort === view.sort} key={sort} view={{ ...first, tag: chosenTag, sort }}>
            {sortWords[sort]}
          </Choice>
        ))}
      </Choices>
    </div>
  )
}

function Choices({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <nav aria-label={label} className="flex min-w-0 items-baseline gap-3">
      <span aria-hidden="true" className="w-10 shrink-0 text-muted text-note">
        {label}
      </span>
      <ul className="-mx-1 flex gap-x-1 overflow-x-auto [scrollbar-width:none]">{children}</ul>
    </nav>
  )
}

function Choice({
  view,
  current,
  children,
}: {
  view: ShelfView
  current: boolean
  children: React.ReactNode
}) {
  return (
    <li className="shrink-0 p-1">
      <Link
        aria-current={current ? 'page' : undefined}
        className={classNames(
          'inline-flex min-h-11 items-center whitespace-nowrap px-1.5 underline-offset-[0.45em]',
          current
            ? 'font-semibold text-ink underline decoration-3 decoration-accent'
            : 'text-muted hover:underline',
        )}
        href={shelfPath(view) as Route}
        prefetch={false}
        scroll={false}
      >
        {children}
      </Link>
    </li>
  )
}
