import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'

const styles = cva('grid gap-1 border-l-4 px-4 py-3', {
  variants: {
    tone: {
      info: 'border-grass bg-surface',
      good: 'border-good bg-good-soft',
      warn: 'border-accent bg-amber-soft',
      bad: 'border-danger bg-danger-soft',
    },
  },
  defaultVariants: { tone: 'info' },
})

type NoticeProps = VariantProps<typeof styles> & {
  title?: ReactNode
  children?: ReactNode
  className?: string
  /** `alert` interrupts a screen reader, `status` waits its turn; none for words that were there from the start. */
  role?: 'alert' | 'status'
}

/** A message in the page, in place of a pop-up. */
export function Notice({ tone, title, children, className, role }: NoticeProps) {
  return (
    <div className={styles({ tone, className })} role={role}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-sm">{children}</div>}
    </div>
  )
}
