import { z } from 'zod'
import { slugSchema } from '#lib/domain/listing.ts'
import { isSafeAddress } from '#lib/domain/rich-text.ts'

const half = 'Give a link both its words and its address.'

/**
 * The fields that documents of the site are made of. A draft may be unfinished, so only sizes are limited there;
 * what is published is `whole`.
 */
export function documentFields(whole: boolean) {
  const optional = (most: number) => (whole ? z.string().trim().max(most) : z.string().max(2 * most))
  const text = (most: number, missing = 'Please fill this in.') =>
    whole ? z.string().trim().min(1, missing).max(most) : z.string().max(2 * most)
  const source = z.string().regex(/^(\/(art|media)\/[a-z0-9_-]{1,100})?$/)
  const address = z.string().trim().max(300)
  return {
    /** Names an entry of a list for good, wherever it is moved. */
    key: z.string().regex(/^[a-z0-9-]{1,40}$/),
    optional,
    text,
    rows: (least: number, most: number) =>
      z
        .array(z.object({ title: text(80), words: text(300) }))
        .min(whole ? least : 0, 'Add at least one.')
        .max(most),
    slug: whole ? slugSchema : z.string().max(80),
    optionalSlug: z
      .string()
      .regex(whole ? /^([a-z0-9]+(-[a-z0-9]+)*)?$/ : /^[^/]*$/)
      .max(80),
    picture: z
      .object({ src: source, alt: optional(200) })
      .refine(({ src, alt }) => !whole || src === '' || alt !== '', {
        path: ['alt'],
        message: 'Say what the picture shows.',
      }),
    /** A way to another page: nothing, or words and an address. */
    link: z
      .object({ label: optional(60), href: address })
      .refine(({ label, href }) => !whole || (label === '') === (href === ''), {
        path: ['href'],
        message: half,
      })
      .refine(({ href }) => !whole || href === '' || isSafeAddress(href), {
        path: ['href'],
        message: 'Write an address such as /products or https://example.com.',
      }),
  }
}

export type Link = { label: string; href: string }
export const noLink: Link = { label: '', href: '' }
export const noPicture = { src: '', alt: '' }
