import { useFormContext, useWatch } from 'react-hook-form'
import { Section } from '#components/studio/editor/section.tsx'
import { TextAreaField, TextField } from '#components/ui/field.tsx'
import { brand } from '#lib/domain/brand.ts'
import type { ListingEdit } from '#lib/domain/listing-edit.ts'

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`
}

/** What search engines are told, with how they would show it. */
export function SearchSection({ slug, site }: { slug: string; site: string }) {
  const { register, control, formState } = useFormContext<ListingEdit>()
  const [name, tagline, seo] = useWatch({ control, name: ['name', 'tagline', 'seo'] })
  const { errors } = formState
  const { host } = new URL(site)
  return (
    <Section id="seo" title="Search engines">
      <TextField
        {...register('seo.title')}
        error={errors.seo?.title?.message}
        hint={`${seo.title.length} of about 60 characters. Empty: the product’s name.`}
        id="seo.title"
        label="Search title"
        optional
      />
      <TextAreaField
        {...register('seo.description')}
        error={errors.seo?.description?.message}
        hint={`${seo.description.length} of about 160 characters. Empty: the tagline.`}
        id="seo.description"
        label="Search description"
        optional
        rows={2}
      />
      <figure className="grid gap-1 border border-line bg-surface p-4">
        <figcaption className="mb-1 text-muted text-note">How a search result may look</figcaption>
        <p className="text-note">
          {host} › p › {slug}
        </p>
        <p className="text-grass text-lead">{cut(seo.title || `${name} · ${brand.name}`, 60)}</p>
        <p className="text-muted text-sm">{cut(seo.description || tagline, 160)}</p>
      </figure>
    </Section>
  )
}
