import { type Fact, Facts } from '#components/studio/retailers/facts.tsx'
import { market } from '#lib/domain/address.ts'
import { money } from '#lib/domain/money.ts'
import { formatMoney } from '#lib/domain/money-format.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'

const amount = (minor: number) => formatMoney(money(minor, market.currency))

/** What the registry says of a retailer, for those who may look and not change it. */
export function RowFacts({ row }: { row: RegistryRow }) {
  const common: Fact[] = [{ title: 'In a sentence', value: row.blurb }]
  if (row.adapter === 'handoff') {
    const link: Fact = { title: 'Link', value: <code className="break-all">{row.link.address}</code> }
    return <Facts facts={[...common, link]} />
  }
  const { delivery, loyalty } = row
  return (
    <Facts
      facts={[
        ...common,
        { title: 'Address', value: <code className="break-all">{row.endpoint}</code> },
        {
          title: 'Usual delivery',
          value: delivery
            ? `${amount(delivery.price)}, free from ${amount(delivery.freeFrom)}`
            : 'not known beforehand',
        },
        { title: 'Loyalty scheme', value: loyalty?.name ?? 'none' },
        { title: 'Has to answer within', value: `${row.quoteDeadline} s` },
      ]}
    />
  )
}
