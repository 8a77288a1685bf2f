import Link from 'next/link'
import { SearchBox } from '#components/layout/search-box.tsx'
import { buttonStyles } from '#components/ui/button.tsx'

/** Says that there is nothing at this address, and offers two ways on. */
export function NotFoundNotice() {
  return (
    <div className="shell grid gap-6 pt-16 lg:pt-24">
      <h1 className="text-display">Washed away.</h1>
      <p className="max-w-prose text-lead text-muted">
        There is nothing at this address. It may have moved along the shelf, or it was never here.
      </p>
      <SearchBox className="max-w-xl" id="search-not-found" />
      <p>
        <Link className={buttonStyles()} href="/products" prefetch={false}>
          See the whole pantry
        </Link>
      </p>
    </div>
  )
}
