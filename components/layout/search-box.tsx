import { Search } from 'lucide-react'
import Form from 'next/form'

/** The search form. `id` tells two boxes on one page apart. */
export function SearchBox({ id, query, className = '' }: { id: string; query?: string; className?: string }) {
  return (
    <search className={className}>
      <Form action="/search" className="relative" prefetch={false}>
        <label className="sr-only" htmlFor={id}>
          Search products
        </label>
        <input
          autoComplete="off"
          className="h-12 w-full rounded-label border border-edge bg-surface pr-12 pl-3.5 text-base text-ink placeholder:text-muted hover:border-ink"
          defaultValue={query}
          enterKeyHint="search"
          id={id}
          maxLength={80}
          name="q"
          placeholder="Porridge, olive oil, cocoa"
          type="search"
        />
        <button
          aria-label="Search"
          className="absolute inset-y-0 right-0 grid w-12 place-items-center"
          type="submit"
        >
          <Search aria-hidden="true" className="size-5" strokeWidth={1.75} />
        </button>
      </Form>
    </search>
  )
}
