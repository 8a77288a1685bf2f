import { useFormContext } from 'react-hook-form'
import type { EditorActions, EditorContext } from '#components/studio/editor/editor-types.ts'
import { ProductsField } from '#components/studio/editor/products-field.tsx'
import { Section } from '#components/studio/editor/section.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { type ListingEdit, mostSubstitutes } from '#lib/domain/listing-edit.ts'

type Properties = Pick<EditorContext, 'slug' | 'categories' | 'substituteNames'> &
  Pick<EditorActions, 'findListings'>

/** Where it stands in the shop, and what can take its place. */
export function ShelfSection({ slug, categories, substituteNames, findListings }: Properties) {
  const { register, formState } = useFormContext<ListingEdit>()
  const { errors } = formState
  return (
    <Section id="shelf" title="In the shop">
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...register('category')}
          error={errors.category?.message}
          id="category"
          label="Category"
        >
          <option value="">Choose one</option>
          {categories.map(category => (
            <option key={category.slug} value={category.slug}>
              {category.name}
            </option>
          ))}
        </SelectField>
        <TextField
          {...register('position')}
          error={errors.position?.message}
          id="position"
          inputMode="numeric"
          label="Place on its shelf (smaller comes first)"
        />
      </div>
      <ProductsField
        find={findListings}
        hint="Offered when this one is sold out, the first before the others."
        label="What can stand in for it"
        most={mostSubstitutes}
        name="substitutes"
        names={substituteNames}
        own={slug}
      />
    </Section>
  )
}
