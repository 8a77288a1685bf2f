import type { ListingImage } from '#lib/domain/listing.ts'
import { isUploaded } from '#lib/domain/uploaded-picture.ts'

/**
 * A picture as pages that link here show it. Many of them cannot read AVIF: Next's image route answers them in
 * JPEG. 1200 is one of its widths. Uploaded ones are there as WebP.
 */
export function sharedPicture(image: ListingImage) {
  if (isUploaded(image.src)) return { url: `${image.src}-1200.webp`, alt: image.alt, width: 1200 }
  const url = `/_next/image?url=${encodeURIComponent(`${image.src}-1200.avif`)}&w=1200&q=75`
  return { url, alt: image.alt, width: 1200 }
}
