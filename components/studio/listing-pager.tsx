import type { Route } from 'next'
import Link from 'next/link'
import { buttonStyles } from '#components/ui/button.tsx'

type ListingPagerProps = { query?: string; status?: string; after?: string; next?: string }

function address(parameters: Record<string, string | undefined>): Route {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return (given.length > 0 ? `/studio?${new URLSearchParams(given)}` : '/studio') as Route
}

/** To the next page of listings and back to the first. */
export function ListingPager({ query, status, after, next }: ListingPagerProps) {
  if (!after && !next) return null
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-3">
      {after && (
        <Link
          className={buttonStyles({ variant: 'quiet', size: 'small' })}
          href={address({ q: query, status })}
        >
          First page
        </Link>
      )}
      {next && (
        <Link
          className={buttonStyles({ variant: 'outline', size: 'small' })}
          href={address({ q: query, status, after: next })}
        >
          Next page
        </Link>
      )}
    </nav>
  )
}
