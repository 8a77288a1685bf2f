'use client'

import { type ReactNode, useRef } from 'react'

const id = 'menu'

/** The menu on phones: the browser's popover, so that it opens before any script has loaded. */
export function MobileMenu({ children }: { children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  return (
    <>
      <button className="-ml-2.5 grid size-11 place-items-center lg:hidden" popoverTarget={id} type="button">
        <span className="sr-only">Menu</span>
        <svg
          aria-hidden="true"
          className="size-6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          viewBox="0 0 24 24"
        >
          <path d="M3 7.500h18M3 16.500h12" />
        </svg>
      </button>
      <div
        className="fixed inset-x-0 top-16 bottom-auto m-0 max-h-[calc(100dvh-4rem)] w-full overflow-y-auto border-ink border-b-3 bg-paper text-ink backdrop:bg-tide/50"
        id={id}
        onClickCapture={event => {
          // A link moves to the next page without a reload, so the panel has to be put away by hand.
          if ((event.target as Element).closest('a')) panel.current?.hidePopover()
        }}
        onBeforeToggle={event => {
          // It opens below the header, which is at the top once an announcement has been scrolled away.
          const above = document.getElementById('announcement')?.offsetHeight ?? 0
          if (event.newState === 'open' && scrollY < above) scrollTo({ top: above, behavior: 'instant' })
        }}
        onSubmit={() => panel.current?.hidePopover()}
        popover="auto"
        ref={panel}
      >
        {children}
      </div>
    </>
  )
}
