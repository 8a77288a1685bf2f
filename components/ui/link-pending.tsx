'use client'

import { useLinkStatus } from 'next/link'

/**
 * Inside a link: a line along the top of the nearest positioned ancestor while the page behind the link is on its
 * way. Quick answers show nothing. In place of loading pages, whose content would need a script to appear.
 */
export function LinkPending() {
  const { pending } = useLinkStatus()
  return (
    <span
      aria-hidden="true"
      className={
        pending
          ? 'absolute inset-x-0 top-0 z-10 h-1 animate-pulse bg-accent opacity-100 transition-opacity delay-150'
          : 'absolute inset-x-0 top-0 h-1 opacity-0'
      }
    />
  )
}
