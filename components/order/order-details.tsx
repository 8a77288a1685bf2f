import type { ReactNode } from 'react'
import { arrivalWords } from '#components/cart/arrival.ts'
import { LineProgress } from '#components/order/line-progress.tsx'
import { ProductImage } from '#components/product/product-image.tsx'
import { QuoteTotals } from '#components/quote/quote-totals.tsx'
import { Price } from '#components/ui/price.tsx'
import type { Order } from '#lib/domain/order.ts'

/** What was ordered, for how much, and where it goes. */
export function OrderDetails({ order }: { order: Order }) {
  const { address, contact, fulfilment } = order
  return (
    <div className="grid gap-x-16 gap-y-10 border-ink border-t pt-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-labelledby="lines-title">
        <h2 className="text-heading" id="lines-title">
          What you ordered
        </h2>
        <ul className="mt-4 border-line border-t">
          {order.lines.map(line => (
            <li className="grid grid-cols-[4.5rem_1fr_auto] gap-x-4 border-line border-b py-3" key={line.sku}>
              <ProductImage decorative image={line.image} sizes="4.5rem" />
              <span>
                <span className="block font-semibold">{line.name}</span>
                <span className="block text-muted text-sm">
                  {line.quantity} × {line.variantLabel}
                </span>
                <LineProgress afterSale={order.afterSale} sku={line.sku} />
              </span>
              <Price value={line.total} />
            </li>
          ))}
        </ul>
      </section>
      <div className="grid content-start gap-8">
        <section aria-label="Total" className="border border-line bg-surface p-5">
          <QuoteTotals totals={order.totals} />
        </section>
        <Fact title="Delivery">
          {arrivalWords(fulfilment)}
          <br />
          <span className="text-muted">{fulfilment.title}</span>
        </Fact>
        <Fact title="To">
          {address.firstName} {address.lastName}
          <br />
          {address.street}
          {address.extra && `, ${address.extra}`}
          <br />
          {address.city}, {address.region} {address.postalCode}
        </Fact>
        <Fact title="Mail goes to">{contact.email}</Fact>
      </div>
    </div>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold text-muted text-sm">{title}</h2>
      <p className="break-words">{children}</p>
    </section>
  )
}
