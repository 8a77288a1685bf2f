import { ProductImage } from '#components/product/product-image.tsx'
import type { ListingImage } from '#lib/domain/listing.ts'

/** A shelf's name and what stands on it, beside its picture where it has one. */
export function ShelfHeading({ name, intro, image }: { name: string; intro: string; image?: ListingImage }) {
  if (!image?.src) {
    return (
      <header className="ledger-rule grid gap-3 pb-8 [&>h1]:pt-6">
        <h1 className="text-title">{name}</h1>
        <p className="max-w-prose text-lead text-muted">{intro}</p>
      </header>
    )
  }
  return (
    <header className="mb-6 grid bg-surface lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <div className="grid content-center gap-4 px-5 py-8 lg:order-first lg:px-12">
        <h1 className="text-title">{name}</h1>
        <p className="max-w-[38ch] text-lead text-muted">{intro}</p>
      </div>
      <ProductImage
        className="order-first h-full w-full lg:order-none"
        decorative
        image={image}
        priority
        shape="banner"
        sizes="(min-width: 64rem) 48rem, 100vw"
      />
    </header>
  )
}
