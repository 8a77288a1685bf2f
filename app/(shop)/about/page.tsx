import type { Metadata } from 'next'
import Link from 'next/link'
import { buttonStyles } from '#components/ui/button.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { Prose } from '#components/ui/prose.tsx'

export const metadata: Metadata = {
  title: 'About Marram',
  description: 'Marram makes plain food that keeps. Shops sell it. Here is why it is done this way.',
  alternates: { canonical: '/about' },
}

export default function AboutPage() {
  return (
    <div className="shell pt-8">
      <PageHeading
        lead="Marram is the grass that holds a dune together. It is not showy."
        title="About Marram"
      />
      <Prose>
        <p>
          We make food that keeps: oats, jam, soup, oil, tea. The sort of thing you leave in a cupboard by the
          sea and are glad of in November. Few ingredients, each one named on the pack, and no word on the
          label that we would not say at the table.
        </p>
        <h2>Why we do not sell it ourselves</h2>
        <p>
          Packing vans is a trade of its own, and shops are good at it. So we do our part, they do theirs, and
          this site brings the two together. You see what every shop asks and choose for yourself.
        </p>
        <h2>The small print, in large print</h2>
        <p>
          Marram is invented, and so are its shops. This site shows how a maker can sell through retailers
          without sending anyone away. Nothing here is for sale.
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
