'use client'

import { pendingChanges, settleOutbox } from '#components/cart/cart-outbox.ts'

/** Signs out, and empties what this browser remembers of the cart, which stays with the customer. */
export function SignOutButton({ leave, className }: { leave: () => Promise<void>; className?: string }) {
  return (
    <form action={leave} onSubmit={() => settleOutbox(pendingChanges(), 0)}>
      <button className={className} type="submit">
        Sign out
      </button>
    </form>
  )
}
