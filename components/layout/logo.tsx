import { brand } from '#lib/domain/brand.ts'

/** Three blades of marram grass, bent by the wind. */
export function GrassMark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" className={className} fill="currentColor" viewBox="0 0 32 32">
      <path d="M14.2 30C14.6 20 17 9 27.5 2.5 21.500 11 18 20 17.600 30z" />
      <path d="M11.800 30C11.500 21 9.500 13.500 3.500 8c4.800 7.200 6 14 5.600 22z" />
      <path d="M19.600 30c.5-6.500 3-12.500 9.400-16.500C25 19 23 24.500 22.800 30z" />
    </svg>
  )
}

/** The brand's name as it stands on the packs. */
export function Logo({ className = '' }: { className?: string }) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${className}`}>
      <GrassMark className="-translate-y-[0.07em] size-[1em] text-grass" />
      <span className="font-display leading-none tracking-[-0.02em]">{brand.name}</span>
    </span>
  )
}
