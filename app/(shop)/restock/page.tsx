import type { Metadata } from 'next'
import Link from 'next/link'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { errorCodes } from '#lib/domain/errors.ts'
import { restockDays } from '#lib/domain/limits.ts'
import { messageFor } from '#lib/domain/messages.ts'

export const metadata: Metadata = { title: 'We will tell you', robots: { index: false } }

/** What came of asking for a mail, for a browser without scripts. */
export default async function RestockPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { refused: code } = await searchParams
  const refused = errorCodes.find(each => each === code)
  return (
    <div className="shell pt-8 pb-24 lg:pt-12">
      <PageHeading title={refused ? 'That did not work' : 'We will tell you'} />
      {refused ? (
        <Notice role="alert" tone="bad">
          {refused === 'invalid_input'
            ? 'Go back and enter an e-mail address such as ada@example.com.'
            : messageFor(refused)}
        </Notice>
      ) : (
        <Notice tone="good">
          One mail, once a shop has it again, and then we forget your address. If nothing comes back in{' '}
          {restockDays} days we forget it too.
        </Notice>
      )}
      <p className="mt-6">
        <Link className="prose-link" href="/products">
          See the whole pantry
        </Link>
      </p>
    </div>
  )
}
