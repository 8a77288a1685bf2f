const promises = [
  [
    'The price is the price.',
    'You pay exactly the sum you agreed to, or the order stops and nothing is charged.',
  ],
  [
    'Missing is never cheaper.',
    'A shop that lacks something in your cart says so, and never ranks above one that has it all.',
  ],
  ['Your card is not ours.', 'Card numbers go from your browser to the payment company. We never see them.'],
  ['Nothing is ticked for you.', 'No newsletter, no sharing, until you say so. Each one by itself.'],
] as const

/** What the shop promises, each line something it really does. */
export function Promises() {
  return (
    <section
      aria-labelledby="promises"
      className="shell mt-24 grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]"
    >
      <h2 className="text-title" id="promises">
        What you can hold us to
      </h2>
      <dl>
        {promises.map(([promise, words]) => (
          <div
            className="grid gap-x-10 gap-y-1 border-line border-t py-5 last:border-b sm:grid-cols-2"
            key={promise}
          >
            <dt className="font-display text-heading">{promise}</dt>
            <dd className="text-muted">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
