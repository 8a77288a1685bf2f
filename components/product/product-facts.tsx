import type { ReactNode } from 'react'
import type { Listing } from '#lib/domain/listing.ts'

/** What stands on the back of the pack: facts, ingredients, allergens and nutrition. */
export function ProductFacts({ listing }: { listing: Listing }) {
  return (
    <div className="grid gap-x-16 gap-y-12 lg:grid-cols-3">
      <Part title="The facts">
        <dl>
          {listing.facts.map(fact => (
            <div className="flex justify-between gap-6 border-line border-t py-2.5" key={fact.label}>
              <dt className="text-muted">{fact.label}</dt>
              <dd className="text-right">{fact.value}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="What is in it">
        <div className="grid gap-4 border-line border-t pt-2.5">
          <p>{listing.ingredients}</p>
          <p>
            <strong className="font-semibold">Allergens.</strong> {listing.allergens}
          </p>
        </div>
      </Part>
      <Part title="Nutrition">
        <table className="w-full border-collapse">
          <caption className="pb-2.5 text-left text-muted">Per 100 g or 100 ml</caption>
          <tbody>
            {listing.nutrition.map(row => (
              <tr className="border-line border-t" key={row.label}>
                <th className="py-2 text-left font-normal" scope="row">
                  {row.label}
                </th>
                <td className="figures py-2 text-right">{row.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-4 text-heading">{title}</h2>
      {children}
    </section>
  )
}
