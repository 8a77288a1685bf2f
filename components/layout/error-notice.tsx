'use client'

import { Button } from '#components/ui/button.tsx'

/** Says that a fault of ours stopped the page, and lets the reader try again. Never shows the fault itself. */
export function ErrorNotice({ digest, retry }: { digest?: string; retry: () => void }) {
  return (
    <div className="shell grid gap-6 pt-16 lg:pt-24" role="alert">
      <h1 className="text-display">Something gave way.</h1>
      <p className="max-w-prose text-lead text-muted">
        The fault is ours, not yours. Nothing was bought or changed by it. Try again in a moment.
      </p>
      <p>
        <Button onClick={retry} size="large">
          Try again
        </Button>
      </p>
      {digest && <p className="text-muted text-note">If you write to us about it, mention {digest}.</p>}
    </div>
  )
}
