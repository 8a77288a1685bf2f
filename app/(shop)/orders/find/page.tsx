import type { Metadata } from 'next'
import { FindOrderForm } from '#components/order/find-order-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { errorCodes } from '#lib/domain/errors.ts'
import { findOrderWords } from '#lib/domain/find-order-form.ts'
import { find, findPlain } from './actions.ts'

export const metadata: Metadata = { title: 'Find an order', robots: { index: false } }

export default async function FindOrderPage({
  searchParams,
}: {
  searchParams: Promise<{ refused?: string | string[] }>
}) {
  const { refused } = await searchParams
  const code = errorCodes.find(each => each === refused)
  return (
    <div className="shell pt-8 pb-24 lg:pt-12">
      <PageHeading lead="Both are in the mail we sent you. No account is needed." title="Find an order" />
      <div className="max-w-md">
        {code && (
          <Notice className="mb-6" role="alert" tone="bad">
            {findOrderWords(code)}
          </Notice>
        )}
        <FindOrderForm find={find} findPlain={findPlain} />
      </div>
    </div>
  )
}
