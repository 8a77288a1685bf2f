'use client'

import { User } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useSyncExternalStore } from 'react'

const subscribe = () => () => {}
const isSignedIn = () => document.cookie.split('; ').includes('signed_in=1')

/** The header's way to the account. The page is the same for everyone; a plain cookie picks the word and the dot. */
export function AccountLink({ className }: { className?: string }) {
  // Signing in and out both end on a new page: reading the path makes this look again.
  usePathname()
  const signedIn = useSyncExternalStore(subscribe, isSignedIn, () => false)
  return (
    <Link
      aria-label={signedIn ? 'Your account' : 'Sign in'}
      className={className}
      href={signedIn ? '/account' : '/sign-in'}
      prefetch={false}
    >
      <span className="relative">
        <User aria-hidden="true" className="size-5.5" strokeWidth={1.75} />
        {signedIn && (
          <span
            aria-hidden="true"
            className="-right-1 -top-0.5 absolute size-2.5 rounded-full bg-accent ring-2 ring-paper"
          />
        )}
      </span>
    </Link>
  )
}
