import type { SectionOf } from '#lib/domain/site/home.ts'

/** How something goes, in numbered steps. */
export function Steps({ section }: { section: SectionOf<'steps'> }) {
  const { key, title, rows } = section
  return (
    <section aria-labelledby={key} className="shell mt-24">
      <h2 className="max-w-[18ch] text-title" id={key}>
        {title}
      </h2>
      <ol className="mt-10 grid gap-x-12 gap-y-10 md:grid-cols-3">
        {rows.map((step, index) => (
          <li className="border-ink border-t-3 pt-4" key={step.title}>
            <p aria-hidden="true" className="font-display text-[3.5rem] text-grass leading-none">
              {index + 1}
            </p>
            <h3 className="mt-3 text-heading">{step.title}</h3>
            <p className="mt-2 max-w-[40ch] text-muted">{step.words}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
