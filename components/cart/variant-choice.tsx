'use client'

import type { Variant } from '#lib/domain/listing.ts'
import { formatMoney } from '#lib/domain/money-format.ts'

/** The sizes of a product as radio buttons; a single size is stated rather than asked. */
export function VariantChoice({
  variants,
  chosen,
  onChoose,
}: {
  variants: Variant[]
  chosen: string
  onChoose: (sku: string) => void
}) {
  const only = variants.length === 1 ? variants[0] : undefined
  if (only) {
    return (
      <p>
        <input name="sku" type="hidden" value={only.sku} />
        <span className="font-semibold">Size</span> {only.label}
      </p>
    )
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold">Size</legend>
      <div className="flex flex-wrap gap-2">
        {variants.map(variant => (
          <label
            className="relative flex min-h-13 min-w-24 flex-col justify-center rounded-label border border-edge bg-surface px-4 py-1.5 leading-snug transition-colors hover:border-ink has-checked:border-grass has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-3 has-checked:bg-good-soft has-checked:shadow-[inset_0_0_0_1px_var(--grass)]"
            key={variant.sku}
          >
            <input
              checked={variant.sku === chosen}
              className="sr-only"
              name="sku"
              onChange={() => onChoose(variant.sku)}
              type="radio"
              value={variant.sku}
            />
            <span className="font-semibold">{variant.label}</span>
            <span className="figures text-muted text-note">about {formatMoney(variant.guidance)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
