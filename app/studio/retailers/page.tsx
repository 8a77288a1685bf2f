import type { Metadata } from 'next'
import Link from 'next/link'
import { RetailerList } from '#components/studio/retailers/retailer-list.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import { currentSession } from '#lib/action.ts'
import { judgeHealth } from '#lib/domain/retailer-health.ts'
import { healthWords, kindWords, recordWords } from '#lib/domain/retailer-words.ts'
import { listRegistry } from '#lib/services/retailers/list-registry.ts'
import { move } from './actions.ts'

export const metadata: Metadata = { title: 'Retailers' }

export default async function RetailersPage() {
  const [session, registry] = await Promise.all([currentSession(), listRegistry()])
  const isAdmin = session?.role === 'admin'
  const retailers = registry.map(({ row, health, circuit, record, forShoppers }) => ({
    id: row.id,
    name: row.name,
    adapter: row.adapter,
    kind: kindWords[row.adapter].name,
    enabled: row.enabled,
    verdict: judgeHealth(health, circuit),
    health:
      row.adapter === 'handoff'
        ? ['It is never asked: a link leads there.']
        : [healthWords(health), ...recordWords(record)],
    forShoppers,
  }))
  return (
    <div className="shell grid gap-6 py-6 lg:py-8">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="font-semibold font-text text-2xl tracking-tight">Retailers</h1>
          <p className="mt-1 text-muted">
            In the order in which shoppers see them. Carts and orders are counted over seven days.
          </p>
        </div>
        {isAdmin && (
          <Link className={buttonStyles({ size: 'small' })} href="/studio/retailers/new">
            Add a retailer
          </Link>
        )}
      </div>
      {retailers.length === 0 ? (
        <p className="border-line border-y py-10 text-muted">There is no retailer yet.</p>
      ) : (
        <RetailerList move={isAdmin ? move : undefined} retailers={retailers} />
      )}
    </div>
  )
}
