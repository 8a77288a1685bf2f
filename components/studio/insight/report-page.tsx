import { Headlines } from '#components/studio/insight/headlines.tsx'
import { ReportChart } from '#components/studio/insight/report-chart.tsx'
import { ReportSection } from '#components/studio/insight/report-section.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Report } from '#lib/domain/insight/report.ts'

/** How many rows a chart of names has. */
const leading = 10

/** What the site earned: figures on top, then each question with its chart and its table. */
export function ReportPage({ report }: { report: Report }) {
  const { tables, range } = report
  if (!report.hasAny) {
    return (
      <EmptyState title="Nothing to count yet">
        <p>
          No basket was compared and no order was placed in these days. Figures appear here a moment after an
          order has ended.
        </p>
      </EmptyState>
    )
  }
  const retailerColumns = tables.share.columns.flatMap((_, index) => (index > 0 ? [index] : []))
  const reasonColumns = tables.lost.columns.flatMap((_, index) => (index > 0 ? [index] : []))
  return (
    <>
      <Headlines headlines={report.headlines} previous={report.previous} />
      <ReportSection range={range} table={tables.time}>
        <ReportChart table={tables.time} values={[1]} />
      </ReportSection>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <ReportSection range={range} table={tables.share}>
          <ReportChart isStacked table={tables.share} values={retailerColumns} />
        </ReportSection>
        <ReportSection range={range} table={tables.retailers}>
          <ReportChart isLying table={tables.retailers} values={[1]} />
        </ReportSection>
        <ReportSection range={range} table={tables.products}>
          <ReportChart isLying limit={leading} table={tables.products} values={[1]} />
        </ReportSection>
        <ReportSection range={range} table={tables.categories}>
          <ReportChart isLying limit={leading} table={tables.categories} values={[1]} />
        </ReportSection>
        <ReportSection
          note="Of the baskets that were compared: at how many retailers everything was to be had, and how far they got. A checkout that is left is counted when its shopper next opens the cart."
          range={range}
          table={tables.funnel}
        >
          <ReportChart isLying table={tables.funnel} values={[1, 2, 3, 4, 5]} />
        </ReportSection>
        <ReportSection
          note="Baskets not ordered so far, and orders that failed. Each retailer’s row says what stood against its own offer, baskets bought elsewhere included. Shipping: delivery and fees made it dearer, or were more than a fifth of the total."
          range={range}
          table={tables.lost}
        >
          <ReportChart isLying isStacked table={tables.lost} values={reasonColumns} />
        </ReportSection>
        <ReportSection
          note="Products in one order. Of an order with many, the five that cost most are paired."
          range={range}
          table={tables.pairs}
        >
          <ReportChart isLying limit={leading} names={2} table={tables.pairs} values={[2]} />
        </ReportSection>
        <ReportSection
          empty="No order came from a link with utm_campaign in these days."
          range={range}
          table={tables.campaigns}
        >
          <ReportChart isLying limit={leading} table={tables.campaigns} values={[1]} />
        </ReportSection>
        <ReportSection
          note="Returning: known from an order before, by e-mail address."
          range={range}
          table={tables.customers}
        >
          <ReportChart isLying table={tables.customers} values={[1]} />
        </ReportSection>
        <ReportSection range={range} table={tables.loyalty}>
          <ReportChart isLying table={tables.loyalty} values={[1, 2]} />
        </ReportSection>
        <ReportSection
          empty="No cart was taken to a retailer’s own site in these days."
          note="Carts that shoppers took to a retailer that sells on its own site only. What was bought there is not known here."
          range={range}
          table={tables.handoffs}
        >
          <ReportChart isLying table={tables.handoffs} values={[1]} />
        </ReportSection>
      </div>
    </>
  )
}
