'use client'

import '#app/globals.css'
import { ErrorNotice } from '#components/layout/error-notice.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** For faults of the root layout itself: it brings its own document. */
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="en-US">
      <body>
        <title>Something gave way</title>
        <main>
          <ErrorNotice digest={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  )
}
