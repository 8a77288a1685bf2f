'use client'

import Link from 'next/link'
import { type SubmitEvent, useEffect, useId, useState } from 'react'
import { addToOutbox } from '#components/cart/cart-outbox.ts'
import { quantityProblem } from '#components/cart/quantity.ts'
import { QuantityStepper } from '#components/cart/quantity-stepper.tsx'
import { noteView } from '#components/cart/seen.ts'
import { VariantChoice } from '#components/cart/variant-choice.tsx'
import type { Listing } from '#lib/domain/listing.ts'

type Added = { quantity: number; label: string; time: number }

/**
 * Choose a variant and a quantity, and add. With scripts, the cart's count rises at once and the change is sent with
 * the next call to the server; without, the form posts `action`, which ends on the plain cart page.
 */
export function AddToCart({
  listing,
  action,
}: {
  listing: Pick<Listing, 'slug' | 'name' | 'variants'>
  action: (form: FormData) => Promise<void>
}) {
  const id = useId()
  const [sku, setSku] = useState(listing.variants[0]?.sku ?? '')
  const [quantity, setQuantity] = useState('1')
  const [problem, setProblem] = useState<string>()
  const [added, setAdded] = useState<Added>()

  useEffect(() => noteView(listing.slug), [listing.slug])

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const found = quantityProblem(quantity)
    setProblem(found)
    const variant = listing.variants.find(each => each.sku === sku)
    if (found || !variant) {
      setAdded(undefined)
      document.getElementById(`${id}-quantity`)?.focus()
      return
    }
    addToOutbox({ slug: listing.slug, sku, quantity: Number(quantity) })
    setAdded({ quantity: Number(quantity), label: variant.label, time: Date.now() })
    setQuantity('1')
  }

  return (
    <form action={action} className="grid gap-5" noValidate onSubmit={submit}>
      <input name="slug" type="hidden" value={listing.slug} />
      <VariantChoice chosen={sku} onChoose={setSku} variants={listing.variants} />
      <div className="flex flex-wrap items-end gap-3">
        <QuantityStepper
          describedBy={problem ? `${id}-problem` : undefined}
          id={`${id}-quantity`}
          label="Quantity"
          onChange={value => {
            setQuantity(value)
            setProblem(undefined)
          }}
          value={quantity}
        />
        <button
          className="min-h-13 grow select-none rounded-label bg-grass px-7 py-3 font-semibold text-lead text-on-grass leading-tight transition-colors duration-150 ease-tide hover:bg-grass-strong active:translate-y-px"
          type="submit"
        >
          Add to cart
        </button>
      </div>
      {problem && (
        <p className="font-medium text-danger text-note" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div aria-live="polite" className="min-h-14">
        {added && (
          <p
            className="flex flex-wrap items-center justify-between gap-x-4 border-good border-l-4 bg-good-soft py-1.5 pr-2 pl-4"
            key={added.time}
          >
            <span>
              <span aria-hidden="true" className="mr-2 text-good">
                ✓
              </span>
              Added: {added.quantity} × {listing.name}, {added.label}
            </span>
            <Link
              className="inline-flex min-h-11 items-center px-2 font-semibold text-grass underline underline-offset-4"
              href="/cart"
            >
              View cart
            </Link>
          </p>
        )}
      </div>
    </form>
  )
}
