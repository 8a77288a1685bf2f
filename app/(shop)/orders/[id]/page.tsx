import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CancelOrder } from '#components/order/cancel-order.tsx'
import { OrderDetails } from '#components/order/order-details.tsx'
import { OrderLive } from '#components/order/order-live.tsx'
import { PutBack } from '#components/order/put-back.tsx'
import { currentViewer } from '#lib/action.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { isSettled, orderNumber } from '#lib/domain/order.ts'
import { putBackChanges } from '#lib/domain/put-back.ts'
import { cancelChoice } from '#lib/services/cancel-order.ts'
import { getOrder } from '#lib/services/get-order.ts'
import { cancel, putBack } from './actions.ts'

export const metadata: Metadata = { title: 'Your order', robots: { index: false } }

async function orderFor(id: string) {
  try {
    return await getOrder(await currentViewer(id))
  } catch (error) {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  }
}

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const order = await orderFor(id)
  const { state, reason, timeline, retailerOrder, cancelRequestedAt, updatedAt } = order
  const choice = await cancelChoice(order)
  const lastTry = timeline.findLast(entry => entry.step === 'cancel-order')
  return (
    <div className="shell pt-8 pb-24 lg:pt-12">
      {!isSettled(order) && (
        <noscript>
          <meta content="2" httpEquiv="refresh" />
        </noscript>
      )}
      <OrderLive
        cancel={
          (choice || lastTry) && (
            <CancelOrder
              action={cancel}
              choice={choice}
              orderId={id}
              refused={lastTry?.reason && messageFor(lastTry.reason)}
              retailerName={order.retailerName}
            />
          )
        }
        initial={{ state, reason, timeline, retailerOrder, cancelRequestedAt, updatedAt }}
        number={orderNumber(id)}
        orderId={id}
        retailerName={order.retailerName}
        retry={<PutBack action={putBack} changes={putBackChanges(order)} orderId={id} />}
      />
      <OrderDetails order={order} />
    </div>
  )
}
