import { classNames } from '#components/ui/class-names.ts'

/** The shape of something still loading; give it a size. Hidden from screen readers: say "Loading" once nearby. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={classNames('animate-pulse rounded-label bg-sunk', className)} />
}
