import type { ReactNode } from 'react'

export type Fact = { title: string; value: ReactNode }

/** Facts under each other, each with its name; folded into one column on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 border-line border-t text-sm sm:grid-cols-[11rem_minmax(0,1fr)]">
      {facts.map(({ title, value }) => (
        <div className="border-line border-b py-2 sm:col-span-2 sm:grid sm:grid-cols-subgrid" key={title}>
          <dt className="text-muted">{title}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
