import { useFormContext } from 'react-hook-form'
import { Section } from '#components/studio/editor/section.tsx'
import { Line, Lines } from '#components/studio/retailers/registered-field.tsx'
import { slugOf } from '#lib/domain/new-listing.ts'
import type { RetailerForm } from '#lib/domain/retailer-form.ts'

/** What shoppers read of a retailer. */
export function WordsFields({ isKnown }: { isKnown: boolean }) {
  const { formState, setValue } = useFormContext<RetailerForm>()
  const suggestId = (name: string) => {
    if (!isKnown && !formState.dirtyFields.id) setValue('id', slugOf(name).slice(0, 30))
  }
  return (
    <Section id="words" title="What shoppers read">
      <Line name="name" onTyped={suggestId} />
      <Lines hint="One sentence: what this shop is like." name="blurb" rows={2} />
      {!isKnown && (
        <Line
          hint="Small letters, digits and hyphens. It stays for good: orders and article numbers refer to it."
          name="id"
        />
      )}
    </Section>
  )
}
