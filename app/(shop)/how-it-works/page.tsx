import type { Metadata } from 'next'
import Link from 'next/link'
import { buttonStyles } from '#components/ui/button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Prose } from '#components/ui/prose.tsx'

export const metadata: Metadata = {
  title: 'How buying works',
  description:
    'You fill one cart here, compare what each shop asks for all of it, and the shop you choose ships it.',
  alternates: { canonical: '/how-it-works' },
}

export default function HowItWorksPage() {
  return (
    <div className="shell pt-8">
      <PageHeading
        lead="We make the food. Shops sell it. This page is about what happens between your cart and their van."
        title="How buying works"
      />
      <Prose>
        <h2>One cart, several prices</h2>
        <p>
          Tell us your ZIP code and we ask every shop that carries us what your whole cart costs, delivered:
          the goods, the delivery, the tax, and what your loyalty card saves if you have one. The answers
          stand side by side. A shop that does not answer in time is shown as just that.
        </p>
        <h2>A shop that lacks something says so</h2>
        <p>
          If a shop does not have all of your cart, it stands below every shop that does, whatever its price.
          A short bill is not a cheap one.
        </p>
        <h2>How long a price holds</h2>
        <p>
          Each price has a time beside it. Until then it is yours. After that we ask again and show you what
          changed before you pay. You never pay a sum that you have not seen.
        </p>
        <h2>Who you buy from</h2>
        <p>
          From the shop you chose. It takes the order, packs it, ships it and answers for it. You get its
          order number, and you can follow the order here. If it goes wrong on the way, we say what happened,
          and nothing is charged.
        </p>
        <h2>Your card</h2>
        <p>
          Card numbers go from your browser to the payment company, not to us. We get a token that is good for
          one purchase of one sum, and we delete it when the purchase ends.
        </p>
      </Prose>
      <p className="mt-12">
        <Link className={buttonStyles({ size: 'large' })} href="/products" prefetch={false}>
          See the whole pantry
        </Link>
      </p>
    </div>
  )
}
