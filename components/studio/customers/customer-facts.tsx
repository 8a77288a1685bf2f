import type { ReactNode } from 'react'
import type { Address, Contact } from '#lib/domain/address.ts'

type Properties = {
  profile: {
    id: string
    contact?: Contact
    address?: Address
    loyalty: { retailer: string; loyaltyId: string }[]
    wishes: string[]
  }
}

/** Who a customer is, as they last said while signed in. */
export function CustomerFacts({ profile }: Properties) {
  const { id, contact, address, loyalty, wishes } = profile
  const rows: { title: string; value: ReactNode }[] = [
    { title: 'Our id', value: <code className="select-all break-all">{id}</code> },
    { title: 'E-mail', value: contact?.email ?? 'not known' },
    { title: 'Name', value: address ? `${address.firstName} ${address.lastName}` : 'not known' },
    {
      title: 'Address',
      value: address
        ? [address.street, address.extra, address.city, `${address.region} ${address.postalCode}`]
            .filter(Boolean)
            .join(', ')
        : 'not known',
    },
    ...loyalty.map(({ retailer, loyaltyId }) => ({
      title: `Loyalty number, ${retailer}`,
      value: <span className="figures">{loyaltyId}</span>,
    })),
    ...(wishes.length > 0 ? [{ title: 'To be told is back', value: wishes.join('; ') }] : []),
  ]
  return (
    <dl className="grid gap-x-6 border-line border-t text-sm sm:grid-cols-[12rem_1fr]">
      {rows.map(({ title, value }) => (
        <div className="border-line border-b py-2 sm:col-span-2 sm:grid sm:grid-cols-subgrid" key={title}>
          <dt className="text-muted">{title}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
