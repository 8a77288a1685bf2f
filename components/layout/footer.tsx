'use client'

import type { Route } from 'next'
import Link from 'next/link'
import type { Shelf } from '#components/layout/header.tsx'
import { GrassMark } from '#components/layout/logo.tsx'
import { brand } from '#lib/domain/brand.ts'

type Column = { title: string; links: { href: Route; name: string }[] }

const others: Column[] = [
  {
    title: 'Help',
    links: [
      { href: '/how-it-works' as Route, name: 'How buying works' },
      { href: '/orders/find' as Route, name: 'Find an order' },
      { href: '/account' as Route, name: 'Your account' },
    ],
  },
  {
    title: 'Plainly',
    links: [
      { href: '/privacy' as Route, name: 'What we keep about you' },
      { href: '/about' as Route, name: 'About Marram' },
    ],
  },
]

/**
 * The foot of every shop page: a dark band in both themes. A client part so that each prerendered page carries it
 * once, as HTML, and not again as data.
 */
export function Footer({ shelves }: { shelves: Shelf[] }) {
  const links = shelves.map(({ slug, name }) => ({ href: `/products/${slug}` as Route, name }))
  const columns = links.length > 0 ? [{ title: 'Shelves', links }, ...others] : others
  return (
    <footer className="mt-24 bg-tide text-on-tide [--focus:#f8c455]">
      <div className="shell grid gap-12 py-14 md:grid-cols-[1.4fr_2fr] lg:py-20">
        <div className="grid content-start gap-4">
          <p className="font-display text-[clamp(3rem,2rem+4vw,5.5rem)] leading-[0.9] tracking-[-0.03em]">
            {brand.name}
          </p>
          <p className="max-w-[34ch] text-on-tide-muted">
            Plain food for windy places. We make it, shops near you sell it, and the price you see is the
            price the shop asks.
          </p>
        </div>
        <nav aria-label="Foot of the page" className="grid grid-cols-2 gap-8 sm:grid-cols-3">
          {columns.map(column => (
            <div key={column.title}>
              <h2 className="font-semibold font-text text-base tracking-normal">{column.title}</h2>
              <ul className="mt-2">
                {column.links.map(link => (
                  <li key={link.href}>
                    <Link
                      className="inline-flex min-h-11 items-center text-on-tide-muted underline-offset-4 hover:text-on-tide hover:underline"
                      href={link.href}
                      prefetch={false}
                    >
                      {link.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
      <div className="border-on-tide/20 border-t">
        <p className="shell flex flex-wrap items-center gap-x-3 gap-y-1 py-5 text-note text-on-tide-muted">
          <GrassMark className="size-4" />
          Marram is a made-up brand: nothing here is for sale, and no card is ever charged.
        </p>
      </div>
    </footer>
  )
}
