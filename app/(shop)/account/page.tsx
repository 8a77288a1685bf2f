import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { leave } from '#app/(shop)/sign-in/actions.ts'
import { AddressForm } from '#components/account/address-form.tsx'
import { ConsentList } from '#components/account/consent-list.tsx'
import { OrderList } from '#components/account/order-list.tsx'
import { SignOutButton } from '#components/account/sign-out-button.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { signedInPerson } from '#lib/auth.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { getAccount } from '#lib/services/get-account.ts'
import { saveAccountAddress, saveAccountAddressPlain } from './actions.ts'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

type Query = Promise<Record<'after' | 'address', string | string[] | undefined>>

export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const person = await signedInPerson()
  if (!person) redirect('/sign-in?from=/account')
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : undefined
  const account = await getAccount(person.email, after).catch(error => {
    if (isDomainError(error, 'invalid_input')) notFound()
    throw error
  })
  return (
    <div className="shell py-8 lg:py-12">
      <PageHeading
        aside={<SignOutButton className={buttonStyles({ variant: 'outline' })} leave={leave} />}
        lead={`Signed in as ${person.email}`}
        title="Your account"
      />
      <div className="grid gap-14 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] lg:gap-20">
        <section aria-labelledby="orders-heading">
          <h2 className="mb-4 text-heading" id="orders-heading">
            Your orders
          </h2>
          <OrderList after={after} next={account.next} orders={account.orders} />
        </section>
        <div className="grid content-start gap-12">
          <section aria-labelledby="address-heading" className="grid gap-4">
            <div>
              <h2 className="text-heading" id="address-heading">
                Saved address
              </h2>
              <p className="text-muted text-note">Checkout starts from it.</p>
            </div>
            {query.address === 'refused' && (
              <Notice role="alert" tone="bad">
                Not saved: please check every field of the address.
              </Notice>
            )}
            <AddressForm
              address={account.address}
              save={saveAccountAddress}
              savePlain={saveAccountAddressPlain}
            />
          </section>
          <section aria-labelledby="consents-heading" className="grid gap-4">
            <div>
              <h2 className="text-heading" id="consents-heading">
                What you agreed to
              </h2>
              <p className="text-muted text-note">
                As you ticked it at your last checkout. Each checkout asks again.
              </p>
            </div>
            <ConsentList consents={account.consents} />
          </section>
        </div>
      </div>
    </div>
  )
}
