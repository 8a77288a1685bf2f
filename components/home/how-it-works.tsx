const steps = [
  {
    title: 'You fill one cart',
    words:
      'Pick what you like from the whole pantry. Nothing leaves this page, and there is no account to make.',
  },
  {
    title: 'Every shop names its price',
    words:
      'We ask all of them at once for the full sum: the goods, delivery, tax, and your loyalty card if you have one.',
  },
  {
    title: 'You choose, it ships',
    words:
      'Pay here. The shop you chose takes the order, packs it and sends it, and you follow it from our page.',
  },
]

/** How buying here differs from a shop of one's own, in three steps. */
export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="shell mt-24">
      <h2 className="max-w-[18ch] text-title" id="how">
        We make it. The shop sells it. You stay here.
      </h2>
      <ol className="mt-10 grid gap-x-12 gap-y-10 md:grid-cols-3">
        {steps.map((step, index) => (
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
