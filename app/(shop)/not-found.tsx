import { NotFoundNotice } from '#components/layout/not-found-notice.tsx'

/** For products, shelves and orders that do not exist, or that are someone else's. */
export default function NotFound() {
  return <NotFoundNotice />
}
