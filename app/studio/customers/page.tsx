import type { Metadata } from 'next'
import { AudienceExport } from '#components/studio/customers/audience-export.tsx'
import { CustomerSearch } from '#components/studio/customers/customer-search.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { search } from './actions.ts'

export const metadata: Metadata = { title: 'Customers' }

type Query = Promise<{ found?: string | string[] }>

export default async function CustomersPage({ searchParams }: { searchParams: Query }) {
  const { found } = await searchParams
  return (
    <div className="shell grid gap-8 py-6 lg:py-8">
      <h1 className="font-semibold font-text text-2xl tracking-tight">Customers</h1>
      {found === 'none' && (
        <Notice role="status" tone="warn">
          There is no customer with this e-mail address or order number.
        </Notice>
      )}
      {found === 'erased' && <Notice role="status">The customer is forgotten.</Notice>}
      <CustomerSearch action={search} />
      <AudienceExport />
    </div>
  )
}
