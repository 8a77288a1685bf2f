import Link from 'next/link'
import type { ReactNode } from 'react'
import { SignOutButton } from '#components/account/sign-out-button.tsx'
import { GrassMark } from '#components/layout/logo.tsx'
import { ThemeToggle } from '#components/layout/theme-toggle.tsx'
import { StudioNav } from '#components/studio/studio-nav.tsx'

const item =
  'inline-flex min-h-11 items-center whitespace-nowrap px-2.5 font-medium text-sm underline-offset-[0.4em] hover:underline'

const insight = { href: '/studio/insight', name: 'Insight' } as const
const places = [
  { href: '/studio', name: 'Listings' },
  { href: '/studio/categories', name: 'Categories' },
  { href: '/studio/home', name: 'Home page' },
  { href: '/studio/announcements', name: 'Announcements' },
  { href: '/studio/orders', name: 'Orders' },
  insight,
  { href: '/studio/customers', name: 'Customers' },
  { href: '/studio/retailers', name: 'Retailers' },
  { href: '/studio/changes', name: 'Changes' },
] as const
const people = { href: '/studio/people', name: 'People' } as const

type Properties = {
  /** What the person reading may do. */
  role: 'viewer' | 'marketer' | 'admin'
  leave: () => Promise<void>
  children: ReactNode
}

/** The studio's own frame: a dark band that nobody takes for the shop, then the page. */
export function StudioFrame({ role, leave, children }: Properties) {
  const seen = { viewer: [insight], marketer: places, admin: [...places, people] }[role]
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        className="-translate-y-20 absolute top-2 left-2 z-50 bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
        href="#content"
      >
        Skip to the content
      </a>
      <header className="bg-tide text-on-tide [--focus:#f8c455]">
        <div className="shell flex min-h-14 flex-wrap items-center gap-x-1 sm:gap-x-3">
          <Link
            className="mr-auto inline-flex min-h-11 items-center gap-2 font-semibold"
            href={role === 'viewer' ? '/studio/insight' : '/studio'}
          >
            <GrassMark className="size-5" />
            Marram <span className="font-normal text-on-tide-muted">studio</span>
          </Link>
          <StudioNav className={item} places={seen} />
          <SignOutButton className={item} leave={leave} />
          <ThemeToggle className="-mr-2 hidden size-11 place-items-center sm:grid" />
        </div>
      </header>
      <main className="flex-1" id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
