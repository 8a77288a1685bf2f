'use client'

import { ErrorNotice } from '#components/layout/error-notice.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: Props) {
  return (
    <main>
      <ErrorNotice digest={error.digest} retry={reset} />
    </main>
  )
}
