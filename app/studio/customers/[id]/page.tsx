import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { changeConsents, erase } from '#app/studio/customers/actions.ts'
import { ConsentForm } from '#components/studio/customers/consent-form.tsx'
import { ConsentLedger } from '#components/studio/customers/consent-ledger.tsx'
import { CustomerFacts } from '#components/studio/customers/customer-facts.tsx'
import { CustomerPrivacy } from '#components/studio/customers/customer-privacy.tsx'
import { CustomerPurchases } from '#components/studio/customers/customer-purchases.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { errorCodes, isDomainError } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { getProfile } from '#lib/services/customers/get-profile.ts'

export const metadata: Metadata = { title: 'A customer' }

type Properties = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> }

export default async function CustomerPage({ params, searchParams }: Properties) {
  const { id } = await params
  const { done } = await searchParams
  const profile = await getProfile(id).catch(error => {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  })
  const refusal = errorCodes.find(code => code === done)
  return (
    <div className="shell py-6 lg:py-8">
      <nav aria-label="Where you are" className="text-sm">
        <Link className="prose-link inline-flex min-h-11 items-center" href="/studio/customers">
          Customers
        </Link>
      </nav>
      <h1 className="break-words border-ink border-b pb-4 font-semibold font-text text-2xl tracking-tight">
        {profile.contact?.email ?? 'A customer without a profile'}
      </h1>
      {done === 'consents' && (
        <Notice className="mt-6" role="status">
          The consents are changed.
        </Notice>
      )}
      {refusal && (
        <Notice className="mt-6" role="alert" tone="warn">
          {messageFor(refusal)}
        </Notice>
      )}
      <div className="grid gap-10 pt-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-10">
          <CustomerFacts profile={profile} />
          <CustomerPurchases purchases={profile.purchases} />
          <ConsentLedger ledger={profile.ledger} />
        </div>
        <div className="grid content-start gap-10">
          <ConsentForm action={changeConsents} consents={profile.consents} customerId={profile.id} />
          <CustomerPrivacy customerId={profile.id} erase={erase} />
        </div>
      </div>
    </div>
  )
}
