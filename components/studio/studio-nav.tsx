'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '#components/ui/class-names.ts'

type Place = { href: Route; name: string }

/** The listings' table is the studio's first page, and each listing is a page of its own. */
function isWithin(path: string, href: string): boolean {
  return href === '/studio' ? path === href || path.startsWith('/studio/listings') : path.startsWith(href)
}

/** On a narrow screen the places scroll sideways: the one that is open is not to hide. */
function center(link: HTMLAnchorElement | null) {
  const nav = link?.parentElement
  if (nav) nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2
}

/** The studio's places, the open one marked. */
export function StudioNav({ places, className }: { places: readonly Place[]; className: string }) {
  const path = usePathname()
  return (
    <nav
      aria-label="Studio"
      className="-mx-2.5 relative order-last flex w-full items-center overflow-x-auto sm:order-none sm:mx-0 sm:w-auto"
    >
      {places.map(({ href, name }) => {
        const open = isWithin(path, href)
        return (
          <Link
            aria-current={open ? 'page' : undefined}
            className={classNames(className, open && 'underline decoration-2 decoration-accent')}
            href={href}
            key={href}
            ref={open ? center : undefined}
          >
            {name}
          </Link>
        )
      })}
      <Link className={className} href="/" prefetch={false}>
        Shop
      </Link>
    </nav>
  )
}
