import { Badge } from '#components/ui/badge.tsx'
import { buttonStyles } from '#components/ui/button.tsx'
import type { CartLine } from '#lib/domain/cart.ts'
import type { HandoffOffer } from '#lib/domain/retailer.ts'

const list = new Intl.ListFormat('en-US')

function takes({ skus, carriesCart }: HandoffOffer, lines: readonly CartLine[]): string {
  const missing = lines.filter(line => !skus.includes(line.sku)).map(line => line.name)
  const verb = carriesCart ? 'Takes' : 'Sells'
  if (missing.length === 0) return `${verb} your whole cart.`
  return `${verb} ${skus.length} of your ${lines.length} products: not ${list.format(missing)}.`
}

type HandoffCardsProps = { handoffs: readonly HandoffOffer[]; lines: readonly CartLine[]; busy?: boolean }

/** Retailers that sell on their own site only: apart from those with a price, since nobody here knows theirs. */
export function HandoffCards({ handoffs, lines, busy = false }: HandoffCardsProps) {
  if (handoffs.length === 0) return null
  return (
    <section aria-labelledby="handoff-title" className="mt-10 grid gap-4">
      <div className="grid gap-1">
        <h3 className="text-heading" id="handoff-title">
          Or buy on a retailer’s own site
        </h3>
        <p className="text-muted">
          You leave this site and pay there. We do not know the price, and the order will not show here.
        </p>
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        {handoffs.map(handoff => (
          <article
            aria-label={handoff.name}
            className="grid content-start gap-3 border border-line border-dashed bg-surface p-5 sm:grid-cols-[1fr_auto] sm:gap-x-6"
            key={handoff.id}
          >
            <div className="grid content-start gap-1">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h4 className="font-semibold text-lead">{handoff.name}</h4>
                <Badge>Price on its site</Badge>
              </div>
              <p className="text-muted text-sm">{handoff.blurb}</p>
              <p className="text-sm">
                {takes(handoff, lines)}
                {!handoff.carriesCart && ' You fill the cart there yourself.'}
              </p>
            </div>
            <a
              aria-disabled={busy || undefined}
              className={buttonStyles({ variant: 'outline', className: 'self-center' })}
              href={`/api/handoffs/${handoff.id}`}
              onClick={busy ? event => event.preventDefault() : undefined}
              rel="nofollow"
            >
              Buy at {handoff.name}’s own site
              <svg
                aria-hidden="true"
                className="size-4"
                fill="none"
                stroke="currentColor"
                viewBox="0 0 16 16"
              >
                <path d="M6 3H3v10h10v-3M9 2h5v5M14 2 7.5 8.5" strokeLinejoin="round" strokeWidth="1.5" />
              </svg>
            </a>
          </article>
        ))}
      </div>
    </section>
  )
}
