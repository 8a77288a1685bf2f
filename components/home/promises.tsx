import type { SectionOf } from '#lib/domain/site/home.ts'

/** What the shop promises, each line something it really does. */
export function Promises({ section }: { section: SectionOf<'promises'> }) {
  const { key, title, rows } = section
  return (
    <section
      aria-labelledby={key}
      className="shell mt-24 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
    >
      <h2 className="text-title" id={key}>
        {title}
      </h2>
      <dl>
        {rows.map(row => (
          <div
            className="grid gap-x-10 gap-y-1 border-line border-t py-5 last:border-b sm:grid-cols-2"
            key={row.title}
          >
            <dt className="font-display text-heading">{row.title}</dt>
            <dd className="text-muted">{row.words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
