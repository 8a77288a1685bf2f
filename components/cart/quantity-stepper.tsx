'use client'

import type { ReactNode } from 'react'
import { maximumQuantity } from '#lib/domain/limits.ts'

type StepperProps = {
  id: string
  label: ReactNode
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  describedBy?: string
  invalid?: boolean
  /** Hides the label from sight where a column heading says it already. */
  quietLabel?: boolean
}

const stepStyles =
  'grid w-11 place-items-center text-xl leading-none transition-colors hover:bg-sunk disabled:cursor-not-allowed disabled:opacity-35'

function stepped(value: string, by: number): string {
  const from = Number.isFinite(Number(value)) ? Math.round(Number(value)) : 1
  return String(Math.min(maximumQuantity, Math.max(1, from + by)))
}

/** A number with a minus and a plus beside it. It holds text: what is typed is judged by whoever uses it. */
export function QuantityStepper({ id, label, value, onChange, onBlur, ...rest }: StepperProps) {
  return (
    <div className="grid gap-1.5">
      <label className={rest.quietLabel ? 'sr-only' : 'font-semibold'} htmlFor={id}>
        {label}
      </label>
      <div className="flex w-fit items-stretch rounded-label border border-edge bg-surface has-[[aria-invalid]]:border-danger">
        <button
          aria-label="One fewer"
          className={stepStyles}
          disabled={Number(value) <= 1}
          onClick={() => onChange(stepped(value, -1))}
          type="button"
        >
          <span aria-hidden="true" className="block h-[1.5px] w-2.5 bg-current" />
        </button>
        <input
          aria-describedby={rest.describedBy}
          aria-invalid={rest.invalid || rest.describedBy ? true : undefined}
          autoComplete="off"
          className="figures min-h-12 w-11 bg-transparent text-center"
          id={id}
          inputMode="numeric"
          name="quantity"
          onBlur={onBlur}
          onChange={event => onChange(event.target.value)}
          value={value}
        />
        <button
          aria-label="One more"
          className={stepStyles}
          disabled={Number(value) >= maximumQuantity}
          onClick={() => onChange(stepped(value, 1))}
          type="button"
        >
          +
        </button>
      </div>
    </div>
  )
}
