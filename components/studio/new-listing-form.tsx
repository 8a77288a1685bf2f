'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { applyRefusal } from '#components/account/apply-refusal.ts'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import { type NewListing, newListingSchema, slugOf } from '#lib/domain/new-listing.ts'

type Properties = {
  categories: { slug: string; name: string }[]
  copyOf: string
  create: Action<NewListing, void>
}

/** What must be known before a listing can be edited: its name, its address and its shelf. */
export function NewListingForm({ categories, copyOf, create }: Properties) {
  const router = useRouter()
  const form = useForm<NewListing>({
    resolver: zodResolver(newListingSchema, { error: wordsForIssue }),
    defaultValues: { name: '', slug: '', category: '', copyOf },
  })
  const { errors, isSubmitting, isSubmitSuccessful, dirtyFields } = form.formState

  const submit = form.handleSubmit(async wish => {
    const result = await create(wish).catch(() => undefined)
    if (!result) return form.setError('root', { message: 'The site did not answer. Please try again.' })
    if (!result.ok) return applyRefusal(result, form.setError)
    router.push(`/studio/listings/${wish.slug}`)
  })

  return (
    <form className="grid gap-5" noValidate onSubmit={submit}>
      {copyOf && (
        <Notice>
          Words, pictures and sizes come from <strong>{copyOf}</strong>. Article numbers do not: each names
          one article only.
        </Notice>
      )}
      <TextField
        {...form.register('name', {
          onChange: event => {
            if (!dirtyFields.slug) form.setValue('slug', slugOf(String(event.target.value)))
          },
        })}
        error={errors.name?.message}
        id="name"
        label="Name"
      />
      <TextField
        {...form.register('slug')}
        error={errors.slug?.message}
        hint="The last part of its address in the shop. It stays for good."
        id="slug"
        label="Address"
      />
      <SelectField
        {...form.register('category')}
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
      {errors.root?.message && (
        <Notice role="alert" tone="bad">
          {errors.root.message}
        </Notice>
      )}
      <Button className="justify-self-start" pending={isSubmitting || isSubmitSuccessful} type="submit">
        Begin
      </Button>
    </form>
  )
}
