import { classNames } from '#components/ui/class-names.ts'
import type { ListingImage } from '#lib/domain/listing.ts'

const widths = [400, 800, 1200] as const

type ProductImageProps = {
  image: ListingImage
  /** How wide it is shown, as for `<img sizes>`. */
  sizes: string
  /** For the one picture that the page is about: fetched first, not lazily. */
  priority?: boolean
  /** Beside its own name in text a picture says nothing new: leave it out for screen readers. */
  decorative?: boolean
  className?: string
}

/** A square picture in the size the screen needs. It keeps its place before it has loaded. */
export function ProductImage({
  image,
  sizes,
  priority = false,
  decorative = false,
  className,
}: ProductImageProps) {
  return (
    <picture className={classNames('block aspect-square overflow-hidden bg-sunk', className)}>
      <img
        alt={decorative ? '' : image.alt}
        className="size-full object-cover"
        decoding="async"
        fetchPriority={priority ? 'high' : 'auto'}
        height={800}
        loading={priority ? 'eager' : 'lazy'}
        sizes={sizes}
        src={`${image.src}-800.avif`}
        srcSet={widths.map(width => `${image.src}-${width}.avif ${width}w`).join(', ')}
        width={800}
      />
    </picture>
  )
}
