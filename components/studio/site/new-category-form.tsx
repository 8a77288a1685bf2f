import { zodResolver } from '@hookform/resolvers/zod'
import type { KeyboardEvent } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { wordsForIssue } from '#lib/domain/messages.ts'
import { slugOf } from '#lib/domain/new-listing.ts'
import { type NewCategory, newCategorySchema } from '#lib/domain/site/categories.ts'

type Properties = { taken: string[]; onAdd: (wish: NewCategory) => void }

const empty = { name: '', slug: '' }

/** Begins a category: its name, and its address, which stays for good. Within a form, so it has no form of its own. */
export function NewCategoryForm({ taken, onAdd }: Properties) {
  const form = useForm<NewCategory>({
    resolver: zodResolver(newCategorySchema, { error: wordsForIssue }),
    defaultValues: empty,
  })
  const { errors, dirtyFields } = form.formState

  const add = form.handleSubmit(wish => {
    if (taken.includes(wish.slug))
      return form.setError('slug', { message: 'Another category has this address already.' })
    onAdd(wish)
    form.reset(empty)
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void add()
  }

  return (
    <fieldset className="grid gap-4 border-line border-t pt-5">
      <legend className="sr-only">New category</legend>
      <h2 className="font-semibold font-text text-lead tracking-tight">New category</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...form.register('name', {
            onChange: event => {
              if (!dirtyFields.slug) form.setValue('slug', slugOf(String(event.target.value)))
            },
          })}
          error={errors.name?.message}
          id="new-category-name"
          label="Name of the new category"
          onKeyDown={onKeyDown}
        />
        <TextField
          {...form.register('slug')}
          error={errors.slug?.message}
          id="new-category-slug"
          label="Address, for good"
          onKeyDown={onKeyDown}
        />
      </div>
      <Button className="justify-self-start" onClick={() => void add()} variant="outline">
        Add the category
      </Button>
    </fieldset>
  )
}
