import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { wishRestock, wishRestockPlain } from '#app/(shop)/restock/actions.ts'
import { EmptyCart } from '#components/cart/empty-cart.tsx'
import { PlainComparison } from '#components/cart/plain/plain-comparison.tsx'
import { PlainDestination } from '#components/cart/plain/plain-destination.tsx'
import { PlainLines } from '#components/cart/plain/plain-lines.tsx'
import { PlainRemoved } from '#components/cart/plain/plain-removed.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Price } from '#components/ui/price.tsx'
import { currentVisitor } from '#lib/action.ts'
import { defaultDestination, market } from '#lib/domain/address.ts'
import { guidanceTotal, itemCount } from '#lib/domain/cart.ts'
import { plainCartQuerySchema } from '#lib/domain/cart-request.ts'
import { publicOutcome, publicQuote } from '#lib/domain/cart-view.ts'
import { errorCodes } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { getCheckout } from '#lib/services/get-checkout.ts'
import { offerHandoffs } from '#lib/services/hand-off.ts'
import { listRetailers } from '#lib/services/list-retailers.ts'
import { openCart } from '#lib/services/open-cart.ts'
import {
  addToCart,
  chooseFulfilment,
  deliverElsewhere,
  removeLine,
  setQuantity,
  swapLine,
} from './actions.ts'

export const metadata: Metadata = { title: 'Your cart', robots: { index: false } }

/** The cart with what it costs at each retailer, for where prices were last asked for. */
async function visitorsCart() {
  const visitor = await currentVisitor()
  if (!visitor) return undefined
  const stored = await getCheckout(visitor.cartId)
  const asked = stored.asked ?? { destination: defaultDestination, loyaltyIds: {} }
  const opened = await openCart({ cartId: visitor.cartId, changes: [], ...asked })
  return { ...opened, asked, handoffs: await offerHandoffs(opened.cart) }
}

/** The cart for browsers without JavaScript: the same parts, with forms in place of scripts. */
export default async function PlainCartPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const query = plainCartQuerySchema.parse(await searchParams)
  const [opened, retailers] = await Promise.all([visitorsCart(), listRetailers()])
  const lines = opened?.cart.lines ?? []
  const destination = opened?.asked.destination ?? defaultDestination
  const refused = errorCodes.find(code => code === query.refused)
  const removed = refused || !query.slug ? undefined : query
  const count = itemCount(lines)
  return (
    <div className="shell pt-8 pb-24 lg:pt-12">
      <PageHeading
        lead={
          count > 0 && (
            <>
              {count} {count === 1 ? 'item' : 'items'}, about{' '}
              <Price value={guidanceTotal(lines, market.currency)} /> at our suggested prices. Each retailer
              sets its own.
            </>
          )
        }
        title="Your cart"
      />
      {refused && (
        <Notice className="mb-6" role="alert" tone="bad">
          {messageFor(refused)} Your cart is unchanged.
        </Notice>
      )}
      {removed && <PlainRemoved action={addToCart} removed={removed} />}
      {count === 0 ? (
        <EmptyCart />
      ) : (
        <>
          <PlainLines
            lines={lines}
            refused={refused && query}
            remove={removeLine}
            restock={{ wish: wishRestock, wishPlain: wishRestockPlain }}
            set={setQuantity}
            shortages={opened?.shortages ?? []}
            swap={swapLine}
          />
          <PlainComparison
            destination={
              <PlainDestination
                action={deliverElsewhere}
                destination={destination}
                refused={refused && query}
              />
            }
            handoffs={opened?.handoffs ?? []}
            lines={lines}
            outcomes={(opened?.outcomes ?? []).map(publicOutcome)}
            retailers={retailers}
            select={chooseFulfilment}
            split={(opened?.split ?? []).map(publicQuote)}
          />
        </>
      )}
      <p className="mt-12 text-muted text-sm">
        This page works without JavaScript. Paying does not:{' '}
        <Link className="prose-link" href={'/cart' as Route}>
          open the full cart
        </Link>{' '}
        for that.
      </p>
    </div>
  )
}
