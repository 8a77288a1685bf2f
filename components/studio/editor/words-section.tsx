import { useFormContext } from 'react-hook-form'
import { RichTextField } from '#components/studio/editor/rich-text-field.tsx'
import { Section } from '#components/studio/editor/section.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

/** Name, tagline and description. */
export function WordsSection() {
  const { register, formState } = useFormContext<ListingEdit>()
  const { errors } = formState
  return (
    <Section id="words" title="Words">
      <TextField {...register('name')} error={errors.name?.message} id="name" label="Name" />
      <TextField
        {...register('tagline')}
        error={errors.tagline?.message}
        hint="One line under the name, in lists too."
        id="tagline"
        label="Tagline"
      />
      <RichTextField />
    </Section>
  )
}
