'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

type DialogProps = { open: boolean; onClose: () => void; title: string; children: ReactNode }

/** A modal on the browser's own `<dialog>`: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog
      aria-labelledby={titleId}
      className="m-auto w-[min(36rem,calc(100%-2rem))] border border-line bg-paper p-6 text-ink backdrop:bg-tide/60"
      onClose={onClose}
      ref={dialog}
    >
      <div className="flex items-start justify-between gap-4">
        <h2 className="text-heading" id={titleId}>
          {title}
        </h2>
        <button
          aria-label="Close"
          className="-mt-2 -mr-2 grid size-11 place-items-center text-2xl"
          onClick={onClose}
          type="button"
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <div className="mt-4">{children}</div>
    </dialog>
  )
}
