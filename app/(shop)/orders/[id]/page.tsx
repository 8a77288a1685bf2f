import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CancelOrder } from '#components/order/cancel-order.tsx'
import { OrderDetails } from '#components/order/order-details.tsx'
import { OrderLive } from '#components/order/order-live.tsx'
import { type OtherPart, OtherParts } from '#components/order/other-parts.tsx'
import { PutBack } from '#components/order/put-back.tsx'
import { currentViewer } from '#lib/action.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { lineNames } from '#lib/domain/line-names.ts'
import { messageFor } from '#lib/domain/messages.ts'
import { isSettled, type Order, orderNumber, statusOf } from '#lib/domain/order.ts'
import { putBackChanges } from '#lib/domain/put-back.ts'
import { cancelChoice } from '#lib/services/cancel-order.ts'
import { getOrder } from '#lib/services/get-order.ts'
import { getOtherParts } from '#lib/services/get-other-parts.ts'
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

function otherPart(order: Order): OtherPart {
  return {
    orderId: order.id,
    retailerName: order.retailerName,
    total: order.totals.total,
    names: order.lines.map(line => `${line.quantity} × ${line.name}, ${line.variantLabel}`),
    initial: statusOf(order),
    putBack: putBackChanges(order),
  }
}

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const order = await orderFor(id)
  const [choice, others] = await Promise.all([cancelChoice(order), getOtherParts(order)])
  const lastTry = order.timeline.findLast(entry => entry.step === 'cancel-order')
  return (
    <div className="shell pt-8 pb-24 lg:pt-12">
      {![order, ...others].every(isSettled) && (
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
        initial={statusOf(order)}
        lineNames={lineNames(order)}
        number={orderNumber(id)}
        orderId={id}
        parts={others.length > 0 && <OtherParts parts={others.map(otherPart)} putBack={putBack} />}
        retailerName={order.retailerName}
        retry={<PutBack action={putBack} changes={putBackChanges(order)} orderId={id} />}
      />
      <OrderDetails order={order} />
    </div>
  )
}
