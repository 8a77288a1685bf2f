import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

const styles = cva(
  'inline-flex items-center gap-1.5 whitespace-nowrap rounded-label px-2 py-0.5 font-semibold text-note',
  {
    variants: {
      tone: {
        plain: 'border border-line text-muted',
        good: 'bg-good-soft text-good',
        warn: 'bg-amber-soft text-amber',
        bad: 'bg-danger-soft text-danger',
        accent: 'bg-accent text-on-accent',
        solid: 'bg-grass text-on-grass',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
)

/** A short word about a thing: a state, a property. */
export function Badge({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof styles>) {
  return <span {...rest} className={styles({ tone, className })} />
}
