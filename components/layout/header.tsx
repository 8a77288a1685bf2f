'use client'

import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { AccountLink } from '#components/account/account-link.tsx'
import { Logo } from '#components/layout/logo.tsx'
import { MobileMenu } from '#components/layout/mobile-menu.tsx'
import { SearchBox } from '#components/layout/search-box.tsx'
import { ThemeToggle } from '#components/layout/theme-toggle.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { brand } from '#lib/domain/brand.ts'

/** A category as the menu names it. */
export type Shelf = { slug: string; name: string }

const iconStyles = 'grid size-11 place-items-center rounded-label hover:bg-sunk'

/**
 * The head of every shop page. The same for everyone: what belongs to one visitor is filled in by client parts. A
 * client part itself so that each prerendered page carries it once, as HTML, and not again as data.
 */
export function Header({ cartLink, shelves }: { cartLink: ReactNode; shelves: Shelf[] }) {
  return (
    <>
      <header className="sticky top-0 z-30 border-ink border-b bg-paper">
        <div className="shell flex h-16 items-center gap-2 lg:h-20 lg:gap-8">
          <MobileMenu>
            <Shelves shelves={shelves} />
          </MobileMenu>
          <Link
            aria-label={`${brand.name}, home`}
            className="flex min-h-11 items-center text-[1.75rem] lg:text-[2.125rem]"
            href="/"
            prefetch={false}
          >
            <Logo />
          </Link>
          <SearchBox className="ml-auto hidden w-full max-w-md md:block" id="search-header" />
          <div className="ml-auto flex items-center md:ml-0">
            <ThemeToggle className={iconStyles} />
            <AccountLink className={iconStyles} />
            {cartLink}
          </div>
        </div>
      </header>
      <nav aria-label="Shelves" className="hidden border-line border-b lg:block">
        <ul
          className={classNames(
            'shell flex flex-wrap gap-x-8',
            // So many fill a row; more go on in a second one.
            shelves.length <= 6 && 'justify-between',
          )}
        >
          <li>
            <Link className={shelfStyles} href="/products" prefetch={false}>
              The whole pantry
            </Link>
          </li>
          {shelves.map(shelf => (
            <li key={shelf.slug}>
              <Link className={shelfStyles} href={`/products/${shelf.slug}`} prefetch={false}>
                {shelf.name}
              </Link>
            </li>
          ))}
          <li>
            <Link className={shelfStyles} href="/how-it-works" prefetch={false}>
              How buying works
            </Link>
          </li>
        </ul>
      </nav>
    </>
  )
}

const shelfStyles =
  'inline-flex min-h-11 items-center font-medium text-[0.9375rem] underline-offset-[0.4em] hover:underline'

/** What the menu on phones holds: search first, then the shelves as a list to read. */
function Shelves({ shelves }: { shelves: Shelf[] }) {
  return (
    <nav aria-label="Menu" className="shell grid gap-5 py-5">
      <SearchBox className="md:hidden" id="search-menu" />
      <ul className="border-line border-t">
        {[{ slug: '', name: 'The whole pantry' }, ...shelves].map(shelf => (
          <li className="border-line border-b" key={shelf.slug}>
            <Link
              className="flex min-h-13 items-center font-display text-xl"
              href={`/products${shelf.slug && `/${shelf.slug}`}` as Route}
              prefetch={false}
            >
              {shelf.name}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-6">
        {links.map(link => (
          <li key={link.href}>
            <Link className="prose-link inline-flex min-h-11 items-center" href={link.href} prefetch={false}>
              {link.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const links = [
  { href: '/how-it-works' as Route, name: 'How buying works' },
  { href: '/orders/find' as Route, name: 'Find an order' },
]
