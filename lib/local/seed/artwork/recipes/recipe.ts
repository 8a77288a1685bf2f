import type { Design, Layout } from '#lib/local/seed/artwork/design.ts'
import type { Form } from '#lib/local/seed/artwork/forms/form.ts'

/** How one size of a product is shown; `columns` and `tiers` stack a case of it. */
export type SizeShown = { form: Form; net: string; columns?: number; tiers?: number }

/** All that a product's pictures are made from, sizes in the catalogue's order. */
export type Recipe = {
  slug: string
  backdrop: string
  layout: Layout
  design: Design
  sizes: readonly SizeShown[]
}
