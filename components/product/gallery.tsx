import { ProductImage } from '#components/product/product-image.tsx'
import type { ListingImage } from '#lib/domain/listing.ts'

/** A product's pictures side by side, snapping one at a time; the small ones are links to the large. No script. */
export function Gallery({ images, name }: { images: ListingImage[]; name: string }) {
  const many = images.length > 1
  return (
    <section aria-label={`Pictures of ${name}`} className="grid gap-4">
      <ul
        aria-label="Pictures"
        className="flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain border-ink border-b-3 [scrollbar-width:none]"
        tabIndex={many ? 0 : undefined}
      >
        {images.map((image, index) => (
          <li className="w-full shrink-0 snap-center" id={`picture-${index + 1}`} key={image.src}>
            <ProductImage image={image} priority={index === 0} sizes="(min-width: 64rem) 46rem, 100vw" />
          </li>
        ))}
      </ul>
      {many && (
        <ul className="flex gap-3 px-5 sm:px-0">
          {images.map((image, index) => (
            <li key={image.src}>
              <a
                aria-label={`Picture ${index + 1} of ${images.length}`}
                className="block size-18 border border-transparent hover:border-ink"
                href={`#picture-${index + 1}`}
              >
                <ProductImage decorative image={image} sizes="4.5rem" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
