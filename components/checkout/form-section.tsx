import type { ReactNode } from 'react'

/** One numbered part of the checkout. */
export function FormSection({
  number,
  title,
  note,
  children,
}: {
  number: number
  title: string
  note?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={`checkout-part-${number}`} className="grid gap-4 border-line border-t pt-6">
      <h2 className="flex items-baseline gap-3 text-heading" id={`checkout-part-${number}`}>
        <span aria-hidden="true" className="figures text-muted">
          {number}
        </span>
        {title}
      </h2>
      {note && <p className="-mt-2 text-muted text-sm">{note}</p>}
      {children}
    </section>
  )
}
