import type { Route } from 'next'
import Link from 'next/link'
import type { Link as SiteLink } from '#lib/domain/site/fields.ts'

/** A link that a marketer wrote: to a page of this site, or to another site; nothing where none was written. */
export function SectionLink({ link, className }: { link: SiteLink; className: string }) {
  const { label, href } = link
  if (!label || !href) return null
  if (!href.startsWith('/')) {
    return (
      <a className={className} href={href} rel="noopener">
        {label}
      </a>
    )
  }
  return (
    <Link className={className} href={href as Route} prefetch={false}>
      {label}
    </Link>
  )
}
