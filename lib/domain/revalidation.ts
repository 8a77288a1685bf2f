import { z } from 'zod'

/** What may be asked to be made anew: `listings`, `categories`, `home`, the `frame` of all pages, or one category's or product's pages. */
export const revalidationSchema = z.object({
  tags: z
    .array(
      z.string().regex(/^(listings|categories|retailers|home|frame|(category|listing):[a-z0-9-]{1,80})$/),
    )
    .min(1)
    .max(100),
})
export type Revalidation = z.infer<typeof revalidationSchema>
