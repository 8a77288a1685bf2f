'use client'

import { ErrorNotice } from '#components/layout/error-notice.tsx'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** Within the shop's frame, so that the way to everything else stays open. */
export default function ShopError({ error, reset }: Props) {
  return <ErrorNotice digest={error.digest} retry={reset} />
}
