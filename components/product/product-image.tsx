import { classNames } from '#components/ui/class-names.ts'
import type { ListingImage } from '#lib/domain/listing.ts'
import { isUploaded } from '#lib/domain/uploaded-picture.ts'

const shapes = {
  square: { frame: 'aspect-square', width: 800, height: 800, widths: [400, 800, 1200] },
  wide: { frame: 'aspect-[8/5]', width: 800, height: 500, widths: [400, 800, 1200] },
  banner: { frame: 'aspect-[2/1] *:object-bottom', width: 800, height: 400, widths: [400, 800, 1200] },
  hero: { frame: 'aspect-[8/5]', width: 800, height: 500, widths: [400, 800, 1200, 1600] },
} as const

type ProductImageProps = {
  image: ListingImage
  /** How wide it is shown, as for `<img sizes>`. */
  sizes: string
  /** For the one picture that the page is about: fetched first, not lazily. */
  priority?: boolean
  /** Beside its own name in text a picture says nothing new: leave it out for screen readers. */
  decorative?: boolean
  /** Products are square; the brand's own scenes are 8 to 5, cut to a banner above a shelf. */
  shape?: keyof typeof shapes
  className?: string
}

/** A picture in the size the screen needs. It keeps its place before it has loaded. */
export function ProductImage({
  image,
  sizes,
  priority = false,
  decorative = false,
  shape = 'square',
  className,
}: ProductImageProps) {
  const { frame, width, height, widths } = shapes[shape]
  const set = (format: string) => widths.map(each => `${image.src}-${each}.${format} ${each}w`).join(', ')
  const format = isUploaded(image.src) ? 'webp' : 'avif'
  return (
    <picture className={classNames('block overflow-hidden bg-sunk', frame, className)}>
      {format !== 'avif' && <source sizes={sizes} srcSet={set('avif')} type="image/avif" />}
      <img
        alt={decorative ? '' : image.alt}
        className="size-full object-cover"
        decoding="async"
        fetchPriority={priority ? 'high' : 'auto'}
        height={height}
        loading={priority ? 'eager' : 'lazy'}
        sizes={sizes}
        src={`${image.src}-800.${format}`}
        srcSet={set(format)}
        width={width}
      />
    </picture>
  )
}
