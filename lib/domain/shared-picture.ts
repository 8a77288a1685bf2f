import type { ListingImage } from '#lib/domain/listing.ts'

/**
 * A picture as pages that link here show it. Many of them cannot read AVIF: Next's image route answers them in
 * JPEG. 1200 is one of its widths.
 */
export function sharedPicture(image: ListingImage) {
  const url = `/_next/image?url=${encodeURIComponent(`${image.src}-1200.avif`)}&w=1200&q=75`
  return { url, alt: image.alt, width: 1200 }
}
