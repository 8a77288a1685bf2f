import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { check, enable, save } from '#app/studio/retailers/actions.ts'
import { AgreementFacts } from '#components/studio/retailers/agreement-facts.tsx'
import { CheckNow } from '#components/studio/retailers/check-now.tsx'
import { EditRetailer } from '#components/studio/retailers/edit-retailer.tsx'
import { RetailerHealthBadge, RetailerState } from '#components/studio/retailers/retailer-state.tsx'
import { RetailerSwitch } from '#components/studio/retailers/retailer-switch.tsx'
import { RowFacts } from '#components/studio/retailers/row-facts.tsx'
import { SecretState } from '#components/studio/retailers/secret-state.tsx'
import { currentSession } from '#lib/action.ts'
import { isDomainError } from '#lib/domain/errors.ts'
import { formOf } from '#lib/domain/retailer-form.ts'
import { judgeHealth } from '#lib/domain/retailer-health.ts'
import { circuitWords, healthWords, kindWords, recordWords } from '#lib/domain/retailer-words.ts'
import { getRegistryRetailer } from '#lib/services/retailers/list-registry.ts'

export const metadata: Metadata = { title: 'A retailer' }

const heading = 'mb-4 text-heading'

async function load(id: string) {
  return getRegistryRetailer(id).catch(error => {
    if (isDomainError(error, 'not_found')) notFound()
    throw error
  })
}

export default async function RetailerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [session, { retailer, hasSecret }] = await Promise.all([currentSession(), load(id)])
  const { row, edition, health, circuit, record, forShoppers } = retailer
  const isAdmin = session?.role === 'admin'
  const isAsked = row.adapter !== 'handoff'
  const agreement = health?.agreement
  return (
    <div className="shell py-6 lg:py-8">
      <nav aria-label="Where you are" className="text-sm">
        <Link className="prose-link inline-flex min-h-11 items-center" href="/studio/retailers">
          Retailers
        </Link>
      </nav>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-ink border-b pb-4">
        <h1 className="font-semibold font-text text-2xl tracking-tight">{row.name}</h1>
        <RetailerState enabled={row.enabled} />
        {isAsked && <RetailerHealthBadge verdict={judgeHealth(health, circuit)} />}
        <p className="text-muted text-sm">
          {kindWords[row.adapter].name}, id <code>{row.id}</code>
        </p>
      </div>
      <div className="grid gap-10 pt-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
        <div className="grid min-w-0 content-start gap-10">
          {isAsked && (
            <section aria-labelledby="health-heading">
              <h2 className={heading} id="health-heading">
                How it answers
              </h2>
              <ul className="grid gap-1.5">
                {[healthWords(health), circuitWords(circuit), ...recordWords(record)].map(words => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
              <p className="mt-2 text-muted text-note">
                It is asked for its prices every five minutes while enabled. Carts and orders are counted over
                seven days. Each server of the site decides for itself when to leave it in peace.
              </p>
            </section>
          )}
          <section aria-labelledby="shoppers-heading">
            <h2 className={heading} id="shoppers-heading">
              What shoppers get
            </h2>
            {forShoppers.length > 0 ? (
              <ul className="grid list-disc gap-1.5 pl-5">
                {forShoppers.map(words => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            ) : (
              <p className="text-muted">Nobody has heard yet what it can do. Check it now.</p>
            )}
          </section>
          {agreement && isAsked && (
            <section aria-labelledby="agreement-heading">
              <h2 className={heading} id="agreement-heading">
                What was agreed
              </h2>
              <AgreementFacts agreement={agreement} />
            </section>
          )}
          {isAdmin ? (
            <section aria-labelledby="row-heading" className="border-ink border-t pt-8">
              <h2 className={heading} id="row-heading">
                What the registry says
              </h2>
              <EditRetailer edition={edition} initial={formOf(row)} save={save} />
            </section>
          ) : (
            <section aria-labelledby="row-heading">
              <h2 className={heading} id="row-heading">
                What the registry says
              </h2>
              <RowFacts row={row} />
            </section>
          )}
        </div>
        <div className="grid content-start gap-8 max-lg:order-first">
          {isAdmin && <RetailerSwitch enable={enable} enabled={row.enabled} id={row.id} />}
          {isAsked && <CheckNow check={check} hasProfile={row.adapter === 'ucp'} id={row.id} />}
          {isAsked && <SecretState hasSecret={hasSecret} name={row.secretName} />}
        </div>
      </div>
    </div>
  )
}
