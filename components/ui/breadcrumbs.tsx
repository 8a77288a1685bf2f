import type { Route } from 'next'
import Link from 'next/link'

export type Crumb = { name: string; href: Route }

/** The way from the start to this page; the last crumb is this page and no link. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center text-muted text-sm">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1
          return (
            <li className="flex items-center" key={crumb.href}>
              {last ? (
                <span aria-current="page" className="py-2.5">
                  {crumb.name}
                </span>
              ) : (
                <>
                  <Link
                    className="py-2.5 underline-offset-4 hover:text-ink hover:underline"
                    href={crumb.href}
                    prefetch={false}
                  >
                    {crumb.name}
                  </Link>
                  <span aria-hidden="true" className="px-2">
                    /
                  </span>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
