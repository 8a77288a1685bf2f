import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Customers' }

export default function CustomersPage() {
  return (
    <div className="shell grid gap-6 py-6 lg:py-8">
      <h1 className="font-semibold font-text text-2xl tracking-tight">Customers</h1>
    </div>
  )
}
