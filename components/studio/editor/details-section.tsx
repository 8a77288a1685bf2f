import { useFormContext } from 'react-hook-form'
import { RowsField } from '#components/studio/editor/rows-field.tsx'
import { Section } from '#components/studio/editor/section.tsx'
import { CheckField, TextAreaField } from '#components/ui/field.tsx'
import { tags } from '#lib/domain/listing.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'
import { tagWords } from '#lib/domain/listing-words.ts'

/** What stands on the back of the pack. */
export function DetailsSection() {
  const { register, formState } = useFormContext<ListingEdit>()
  const { errors } = formState
  return (
    <Section id="details" title="What is in it">
      <TextAreaField
        {...register('ingredients')}
        error={errors.ingredients?.message}
        id="ingredients"
        label="Ingredients"
        rows={3}
      />
      <TextAreaField
        {...register('allergens')}
        error={errors.allergens?.message}
        id="allergens"
        label="Allergens"
        rows={2}
      />
      <fieldset id="tags" tabIndex={-1}>
        <legend className="font-semibold">Properties</legend>
        <div className="flex flex-wrap gap-x-6">
          {tags.map(tag => (
            <CheckField {...register('tags')} id={`tag-${tag}`} key={tag} label={tagWords[tag]} value={tag} />
          ))}
        </div>
      </fieldset>
      <RowsField name="facts" title="Facts" />
      <RowsField name="nutrition" title="Nutrition, per 100 g or 100 ml" />
    </Section>
  )
}
