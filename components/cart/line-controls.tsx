'use client'

import { useEffect, useState } from 'react'
import { QuantityStepper } from '#components/cart/quantity-stepper.tsx'
import { Button } from '#components/ui/button.tsx'
import { type CartLine, quantitySchema } from '#lib/domain/cart.ts'

/** Changes a line's quantity, or takes it out. A quantity that cannot be is refused here and changes nothing. */
export function LineControls({
  line,
  onQuantity,
  onRemove,
}: {
  line: CartLine
  onQuantity: (quantity: number) => void
  onRemove: () => void
}) {
  const [text, setText] = useState(String(line.quantity))
  const [problem, setProblem] = useState<string>()
  const id = `quantity-${line.sku}`

  useEffect(() => setText(String(line.quantity)), [line.quantity])

  function change(value: string) {
    setText(value)
    const parsed = quantitySchema.safeParse(value)
    setProblem(parsed.success ? undefined : parsed.error.issues[0]?.message)
    if (parsed.success && parsed.data !== line.quantity) onQuantity(parsed.data)
  }

  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-start gap-x-2">
        <QuantityStepper
          describedBy={problem ? `${id}-problem` : undefined}
          id={id}
          label={`Quantity of ${line.name}, ${line.variantLabel}`}
          onChange={change}
          quietLabel
          value={text}
        />
        <Button className="min-h-12" onClick={onRemove} size="small" variant="quiet">
          Remove<span className="sr-only"> {line.name}</span>
        </Button>
      </div>
      {problem && (
        <p className="font-medium text-danger text-note" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
