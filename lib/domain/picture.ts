import { z } from 'zod'

/** What a picture may be uploaded as, and at most how large: bytes. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
export const largestPicture = 10_000_000

/** The widths the shop shows pictures at, in points, and the formats it has them in. */
export const pictureWidths = [400, 800, 1200] as const
export const pictureFormats = ['avif', 'webp'] as const

export const uploadSchema = z.object({
  type: z.enum(pictureTypes, { error: 'Use a JPEG, PNG, WebP or AVIF file.' }),
  size: z.number().int().min(1).max(largestPicture, 'A picture may have 10 MB at most.'),
})
export type Upload = z.infer<typeof uploadSchema>
