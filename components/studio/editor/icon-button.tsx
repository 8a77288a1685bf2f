import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

/** A small button that is an icon; `label` says in words what it does. */
export function IconButton({
  icon: Icon,
  label,
  ...button
}: { icon: LucideIcon; label: string } & ComponentProps<'button'>) {
  return (
    <button
      {...button}
      aria-label={label}
      className="grid size-11 place-items-center rounded-label text-muted hover:text-ink disabled:opacity-35"
      title={label}
      type="button"
    >
      <Icon aria-hidden="true" className="size-4.5" />
    </button>
  )
}
