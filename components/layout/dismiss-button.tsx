'use client'

import type { MouseEvent } from 'react'

/** Puts the announcement around it away, for good: the page keeps no state of it, the browser does. */
export function DismissButton() {
  function dismiss(event: MouseEvent) {
    const line = event.currentTarget.closest('aside')
    if (!line) return
    line.hidden = true
    document.getElementById('content')?.focus({ preventScroll: true })
    try {
      localStorage.dismissed = line.textContent
    } catch {
      // Storage may be off; it then stays away for this page.
    }
  }
  return (
    <button
      aria-label="Put this announcement away"
      className="-mr-3 grid size-11 shrink-0 place-items-center text-xl"
      onClick={dismiss}
      type="button"
    >
      <span aria-hidden="true">&times;</span>
    </button>
  )
}
