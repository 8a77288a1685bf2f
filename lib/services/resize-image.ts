import sharp from 'sharp'
import { DomainError, type ErrorCode, isDomainError } from '#lib/domain/errors.ts'
import { largestPicture, pictureFormats, pictureWidths } from '#lib/domain/picture.ts'
import { originalKey, readObject, writeObject } from '#lib/services/media-bucket.ts'

const readable = ['jpeg', 'png', 'webp', 'heif']
const smallest = 400
/** A small file can unfold into a huge picture. */
const mostPoints = 60_000_000

export type Resized =
  | { status: 'resized'; width: number; height: number }
  | { status: 'refused'; code: ErrorCode }

async function measure(bytes: Uint8Array) {
  const { format, width, height } = await sharp(bytes, { limitInputPixels: mostPoints })
    .metadata()
    .catch(cause => {
      throw new DomainError('image_unreadable', { cause })
    })
  if (!readable.includes(format)) throw new DomainError('image_unreadable')
  if (Math.min(width, height) < smallest) throw new DomainError('image_too_small')
  return { width, height }
}

/**
 * Makes what the shop shows of an uploaded picture, in every width and format, upright and without what a camera
 * wrote into it; the original stays. Throws `not_found`, `too_large`, `image_unreadable` and `image_too_small`.
 */
export async function resizeImage(id: string): Promise<{ width: number; height: number }> {
  const original = await readObject(originalKey(id))
  if (!original) throw new DomainError('not_found')
  const { bytes } = original
  if (bytes.byteLength > largestPicture) throw new DomainError('too_large')
  const size = await measure(bytes)
  for (const width of pictureWidths) {
    const picture = sharp(bytes, { limitInputPixels: mostPoints })
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
    for (const format of pictureFormats) {
      const options = format === 'avif' ? { quality: 60, effort: 3 } : { quality: 80 }
      const made = await picture
        .clone()
        .toFormat(format, options)
        .toBuffer()
        .catch(cause => {
          throw new DomainError('image_unreadable', { cause })
        })
      await writeObject(`media/${id}-${width}.${format}`, made, `image/${format}`)
    }
  }
  return size
}

/** The Lambda handler: what is wrong with a picture is an answer, not a failure. */
export async function handler({ id }: { id: string }): Promise<Resized> {
  try {
    return { status: 'resized', ...(await resizeImage(id)) }
  } catch (error) {
    if (isDomainError(error)) return { status: 'refused', code: error.code }
    throw error
  }
}
