import type { Metadata } from 'next'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Prose } from '#components/ui/prose.tsx'
import { restockDays } from '#lib/domain/limits.ts'

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
          in the cart, not before. Your browser itself remembers whether you like the page light or dark.
        </p>
        <p>
          If you ask to be told when something is back, your address, until we have written to you once or{' '}
          {restockDays} days have passed.
        </p>
        <h2>When you buy</h2>
        <p>
          The order: what you bought, where it goes, and how to reach you. The shop you chose gets the same,
          because it has to pack and ship it. Your card number never comes to us.
        </p>
        <h2>What you may agree to</h2>
        <p>
          Letters from us, offers from the shop, and counting your purchase with your name removed. Three
          questions, none of them ticked. Leave them alone and none of it happens.
        </p>
        <h2>What we do not do</h2>
        <p>No trackers, no advertising networks, no selling of lists.</p>
      </Prose>
    </div>
  )
}
