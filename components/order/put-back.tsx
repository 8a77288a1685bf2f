'use client'

import { useRouter } from 'next/navigation'
import { putInOutbox } from '#components/cart/cart-outbox.ts'
import { Button } from '#components/ui/button.tsx'
import type { CartChange } from '#lib/domain/cart.ts'

/** Puts an order's lines back in the cart. Their change ids are the order's own, so that twice counts once. */
export function PutBack({
  orderId,
  changes,
  action,
  label = 'Put these back in my cart and compare again',
}: {
  orderId: string
  changes: CartChange[]
  action: (form: FormData) => Promise<void>
  label?: string
}) {
  const router = useRouter()
  return (
    <form
      action={action}
      onSubmit={event => {
        event.preventDefault()
        putInOutbox(changes)
        router.push('/cart')
      }}
    >
      <input name="orderId" type="hidden" value={orderId} />
      <Button type="submit">{label}</Button>
    </form>
  )
}
