import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

/** The look of a button, for links too: `<Link className={buttonStyles({ variant: 'outline' })}>`. */
export const buttonStyles = cva(
  'inline-flex min-h-11 select-none items-center justify-center gap-2 rounded-label text-center font-semibold ' +
    'leading-tight transition-colors duration-150 ease-tide disabled:cursor-not-allowed disabled:opacity-55 ' +
    'aria-busy:cursor-progress',
  {
    variants: {
      variant: {
        primary: 'bg-grass text-on-grass hover:bg-grass-strong',
        accent: 'bg-accent text-on-accent hover:bg-accent-strong',
        outline: 'border border-edge text-ink hover:border-ink hover:bg-surface',
        quiet: 'text-grass underline-offset-4 hover:underline',
        danger: 'border border-danger text-danger hover:bg-danger-soft',
      },
      size: { small: 'px-3 text-sm', medium: 'px-5 py-2 text-base', large: 'min-h-13 px-7 py-3 text-lead' },
      wide: { true: 'w-full' },
    },
    defaultVariants: { variant: 'primary', size: 'medium' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyles> & { pending?: boolean }

/** A button; `pending` marks it busy and refuses a second press. It submits only with `type="submit"`. */
export function Button({
  variant,
  size,
  wide,
  pending = false,
  className,
  type = 'button',
  disabled,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      aria-busy={pending || undefined}
      className={buttonStyles({ variant, size, wide, className })}
      disabled={disabled || pending}
      type={type}
    >
      {children}
    </button>
  )
}
