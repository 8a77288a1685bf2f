import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '#components/ui/class-names.ts'

type FieldProps = {
  label: ReactNode
  /** What to enter, shown under the label. */
  hint?: ReactNode
  /** Why the value was refused, in words for a person. */
  error?: string
  /** Marks the label `(optional)`. */
  optional?: boolean
  id: string
}

const controlStyles =
  'block w-full min-h-12 rounded-label border bg-surface px-3.5 py-2.5 text-base text-ink placeholder:text-muted ' +
  'transition-colors hover:border-ink disabled:opacity-60'
const edge = (error?: string) => (error ? 'border-danger border-2' : 'border-edge')

function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

function Frame({ label, hint, error, optional, id, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label className="font-semibold" htmlFor={id}>
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {hint && (
        <p className="text-muted text-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

/** The words under a control that was refused. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="flex gap-1.5 font-medium text-danger text-note" id={id} role="alert">
      <span aria-hidden="true">↑</span>
      {children}
    </p>
  )
}

/** A labelled text input. Works with `{...register('name')}`: `ref` is passed on. */
export function TextField({
  label,
  hint,
  error,
  optional,
  className,
  ...input
}: FieldProps & ComponentProps<'input'>) {
  const frame = { label, hint, error, optional, id: input.id }
  return (
    <Frame {...frame}>
      <input
        {...input}
        aria-describedby={describedBy(frame)}
        aria-invalid={error ? true : undefined}
        className={classNames(controlStyles, edge(error), className)}
      />
    </Frame>
  )
}

/** A labelled text area. */
export function TextAreaField({
  label,
  hint,
  error,
  optional,
  className,
  ...area
}: FieldProps & ComponentProps<'textarea'>) {
  const frame = { label, hint, error, optional, id: area.id }
  return (
    <Frame {...frame}>
      <textarea
        {...area}
        aria-describedby={describedBy(frame)}
        aria-invalid={error ? true : undefined}
        className={classNames(controlStyles, edge(error), className)}
      />
    </Frame>
  )
}

/** A labelled native select; give it `<option>`s. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  ...select
}: FieldProps & ComponentProps<'select'>) {
  const frame = { label, hint, error, optional, id: select.id }
  return (
    <Frame {...frame}>
      <select
        {...select}
        aria-describedby={describedBy(frame)}
        aria-invalid={error ? true : undefined}
        className={classNames(controlStyles, edge(error), className)}
      />
    </Frame>
  )
}

/** A tick box with its words beside it, the whole row a target. */
export function CheckField({
  label,
  hint,
  error,
  id,
  className,
  ...input
}: FieldProps & ComponentProps<'input'>) {
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-start gap-3 py-2" htmlFor={id}>
        <input
          {...input}
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error ? true : undefined}
          className={classNames('mt-0.5 size-5 shrink-0 accent-grass', className)}
          id={id}
          type="checkbox"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p className="pl-8 text-muted text-note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
