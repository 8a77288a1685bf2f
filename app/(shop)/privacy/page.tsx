import type { Metadata } from 'next'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Prose } from '#components/ui/prose.tsx'
import { cartDays, restockDays } from '#lib/domain/limits.ts'

export const metadata: Metadata = {
  title: 'What we keep about you',
  description: 'What this shop remembers about you, for how long, and who else learns of it.',
  alternates: { canonical: '/privacy' },
}

export default function PrivacyPage() {
  return (
    <div className="shell pt-8">
      <PageHeading lead="Short, because it is not much." title="What we keep about you" />
      <Prose>
        <h2>Before you buy</h2>
        <p>
          One cookie with a random number, so that your cart is yours. It is made when you first put something
          in the cart, not before.
        </p>
        <p>
          Your browser remembers what you told it: light or dark, where to deliver, your number with a shop, a
          discount code, an announcement that you put away. It also counts the product pages you open and the
          checkouts you leave. When you open your cart it tells us these numbers, which say nothing of who you
          are. If a link with a campaign’s name brought you here, an order made in that tab is counted for it.
        </p>
        <p>
          If you ask to be told when something is back, your address, until we have written to you once or{' '}
          {restockDays} days have passed.
        </p>
        <h2>When you buy</h2>
        <p>
          The order: what you bought, where it goes, and how to reach you. The shop you chose gets the same,
          because it has to pack and ship it. Your card number never comes to us. Whoever looks after orders
          here can open yours to put something right, and it counts in our totals, without your name.
        </p>
        <h2>What you may agree to</h2>
        <p>
          Letters from us, offers from the shop, and that we look at what you bought, under your name, to
          learn what you like. Each is asked by itself, none is ticked. Leave them alone and none of it
          happens.
        </p>
        <h2>How long, and what you can ask</h2>
        <p>
          A cart goes {cartDays} days after you last changed it. Orders stay in our books. Answer any mail of
          ours to get a copy of all that we hold on you, to take back what you agreed to, or to have whatever
          says who you are taken out of it.
        </p>
        <h2>What we do not do</h2>
        <p>No trackers, no advertising networks, no selling of lists.</p>
      </Prose>
    </div>
  )
}
