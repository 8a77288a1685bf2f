import { useFormContext } from 'react-hook-form'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import type { ListingEdit } from '#lib/domain/listing.ts'

type ListingFieldsProps = { categories: { slug: string; name: string }[]; variantLabels: string[] }

const legend = 'mb-4 font-display font-semibold text-heading'

/** What a marketer edits of a listing: its words, the prices it suggests, where it stands and whether it shows. */
export function ListingFields({ categories, variantLabels }: ListingFieldsProps) {
  const { register, formState } = useFormContext<ListingEdit>()
  const { errors } = formState
  return (
    <>
      <fieldset className="grid gap-5">
        <legend className={legend}>Words</legend>
        <TextField {...register('name')} error={errors.name?.message} id="name" label="Name" />
        <TextField
          {...register('tagline')}
          error={errors.tagline?.message}
          hint="One line under the name, in lists too."
          id="tagline"
          label="Tagline"
        />
        <TextAreaField
          {...register('description')}
          error={errors.description?.message}
          hint="An empty line starts a new paragraph."
          id="description"
          label="Description"
          rows={9}
        />
      </fieldset>
      <fieldset>
        <legend className={legend}>Suggested prices</legend>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          {variantLabels.map((label, index) => (
            <TextField
              {...register(`variants.${index}.guidance`)}
              className="figures"
              error={errors.variants?.[index]?.guidance?.message}
              id={`guidance-${index}`}
              inputMode="decimal"
              key={label}
              label={`${label}, $`}
            />
          ))}
        </div>
        <p className="mt-3 text-muted text-note">
          Retailers set their own prices. These show until one is known.
        </p>
      </fieldset>
      <fieldset>
        <legend className={legend}>In the shop</legend>
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            {...register('category')}
            error={errors.category?.message}
            id="category"
            label="Category"
          >
            {categories.map(category => (
              <option key={category.slug} value={category.slug}>
                {category.name}
              </option>
            ))}
          </SelectField>
          <SelectField {...register('status')} error={errors.status?.message} id="status" label="State">
            <option value="published">Published: shoppers see it</option>
            <option value="draft">Draft: only the studio sees it</option>
          </SelectField>
        </div>
      </fieldset>
    </>
  )
}
