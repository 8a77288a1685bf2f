import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AfterSaleSection } from '#components/order/after-sale.tsx'
import { LineProgress } from '#components/order/line-progress.tsx'
import { OrdersAfterSale } from '#components/studio/orders-after-sale.tsx'
import { withReport } from '#lib/domain/after-sale.ts'
import { readReport } from '#lib/retailers/ucp/order-calls.ts'
import { exampleOrder } from '#tests/fixtures/order.ts'

const parcel = (number: number, type: string, quantity: number, url: string) => ({
  id: `e-${number}-${type}`,
  type,
  occurred_at: `2026-11-22T1${number}:00:00Z`,
  line_items: [{ id: 'li_1', quantity }],
  tracking_number: `HM-1-${number}`,
  tracking_url: url,
  carrier: 'Coast Parcel',
})

/** An order as a retailer sends it (order.json, 2026-04-08), with one link that no browser should follow. */
const sent = {
  id: 'hm_1',
  currency: 'USD',
  line_items: [
    { id: 'li_1', item: { id: 'HM-7', title: 'Oats' }, quantity: { original: 3, total: 3, fulfilled: 0 } },
  ],
  fulfillment: {
    events: [
      parcel(1, 'shipped', 1, 'https://coast.example/track/1'),
      parcel(2, 'shipped', 1, 'javascript:alert(1)'),
    ],
  },
  adjustments: [
    {
      id: 'a-1',
      type: 'refund',
      occurred_at: '2026-11-22T12:00:00Z',
      status: 'completed',
      totals: [{ type: 'total', amount: -449 }],
      description: 'Came broken',
    },
  ],
}

test('what a retailer reports is shown: parcels with safe links only, money back, and how far each line is', () => {
  const { afterSale: report } = readReport(sent)
  if (!report) throw new Error('no report')
  const lines = report.lines.map(line => ({ ...line, sku: 'OAT' }))
  const afterSale = withReport(undefined, { ...report, lines })
  const names = { li_1: 'Harbor Rolled Oats, 450 g' }
  const shown = renderToStaticMarkup(
    <AfterSaleSection afterSale={afterSale} names={names} retailerName="Harbor Market" />,
  )
  expect(shown.match(/Track this parcel/g)).toHaveLength(1)
  expect(shown).toContain('href="https://coast.example/track/1"')
  expect(shown).not.toContain('javascript:')
  expect(shown).toContain('1 × Harbor Rolled Oats, 450 g')
  expect(shown).toContain('Given back: Came broken')
  expect(shown).toContain('$4.49')
  expect(renderToStaticMarkup(<LineProgress afterSale={afterSale} sku="OAT" />)).toContain('2 of 3 shipped')
  expect(renderToStaticMarkup(<LineProgress afterSale={afterSale} sku="OTHER" />)).toBe('')
})

test('an operator sees the same, and changes that the shopper has no part in', () => {
  const { afterSale: report } = readReport({
    ...sent,
    adjustments: [
      ...sent.adjustments,
      { id: 'a-2', type: 'refund', occurred_at: '2026-11-22T13:00:00Z', status: 'failed', totals: [] },
    ],
  })
  if (!report) throw new Error('no report')
  const order = exampleOrder()
  const lines = report.lines.map(line => ({ ...line, sku: order.lines[0]?.sku }))
  const afterSale = withReport(undefined, { ...report, lines })
  const shown = renderToStaticMarkup(<OrdersAfterSale order={{ ...order, afterSale }} />)
  expect(shown.match(/Track this parcel/g)).toHaveLength(1)
  expect(shown).toContain('2 of 3 shipped')
  expect(shown).toContain('HM-1-2')
  expect(shown).toContain('Refund, done')
  expect(shown).toContain('Refund, failed')
  expect(renderToStaticMarkup(<OrdersAfterSale order={order} />)).not.toContain('Parcel')
})
