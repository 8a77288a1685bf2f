'use client'

import { useState } from 'react'
import { addToOutbox } from '#components/cart/cart-outbox.ts'
import { Button } from '#components/ui/button.tsx'
import type { Article } from '#lib/domain/cart-changes.ts'

/** Puts one of a substitute in the cart with one press; without scripts the form posts `action`. */
export function AddInstead({
  substitute: { slug, sku, name },
  action,
}: {
  substitute: Pick<Article, 'slug' | 'sku' | 'name'>
  action: (form: FormData) => Promise<void>
}) {
  const [added, setAdded] = useState(false)
  return (
    <form
      action={action}
      onSubmit={event => {
        event.preventDefault()
        addToOutbox({ slug, sku, quantity: 1 })
        setAdded(true)
      }}
    >
      <input name="slug" type="hidden" value={slug} />
      <input name="sku" type="hidden" value={sku} />
      <input name="quantity" type="hidden" value="1" />
      <Button size="small" type="submit" variant="outline">
        {added ? 'Added' : 'Add to cart'}
        <span className="sr-only">: {name}</span>
      </Button>
      <span className="sr-only" role="status">
        {added && `${name} is in your cart`}
      </span>
    </form>
  )
}
