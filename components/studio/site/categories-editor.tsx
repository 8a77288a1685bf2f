'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import type { UploadActions } from '#components/studio/editor/use-uploads.ts'
import { BoundArea, BoundText } from '#components/studio/site/bound-fields.tsx'
import { DocumentEditor } from '#components/studio/site/document-editor.tsx'
import type { DocumentActions } from '#components/studio/site/document-types.ts'
import { Entry } from '#components/studio/site/entry.tsx'
import { NewCategoryForm } from '#components/studio/site/new-category-form.tsx'
import { PictureField } from '#components/studio/site/picture-field.tsx'
import { FieldError } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import type { EditState, VersionMark } from '#lib/domain/edit-state.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import {
  blankCategory,
  type Categories,
  type Category,
  categoriesSchema,
  mostCategories,
} from '#lib/domain/site/categories.ts'

type Properties = {
  initial: EditState<Categories>
  versions: VersionMark[]
  /** The slugs of the categories that the shop has now. */
  published: string[]
  actions: DocumentActions<Categories> &
    UploadActions & { askRemoval: Action<{ slug: string; name: string }, string | undefined> }
}

/** Edits the shop's categories in their order. */
export function CategoriesEditor({ initial, versions, published, actions }: Properties) {
  const form = useForm<Categories>({
    resolver: zodResolver(categoriesSchema, { error: wordsForIssue }),
    defaultValues: initial.edit,
    mode: 'onBlur',
  })
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'categories' })
  const categories = useWatch({ control: form.control, name: 'categories' })
  const [refused, setRefused] = useState<string>()
  const [added, setAdded] = useState<string>()
  const { errors } = form.formState
  const problem = errors.categories?.message ?? errors.categories?.root?.message

  async function take(index: number, { slug, name }: Category) {
    setRefused(undefined)
    if (published.includes(slug)) {
      const result = await actions.askRemoval({ slug, name }).catch(() => undefined)
      if (!result?.ok) return setRefused('The site did not answer. Please try again.')
      if (result.data) return setRefused(result.data)
    }
    form.clearErrors('categories')
    remove(index)
  }

  return (
    <DocumentEditor
      actions={actions}
      form={form}
      initial={initial}
      title="Categories"
      versions={versions}
      what="the categories"
    >
      <p className="text-muted text-note">
        In the order of the shop&rsquo;s menu. A hidden category is not in the menu and has no page; its
        products stay in the whole pantry and in search.
      </p>
      {refused && (
        <Notice role="alert" tone="bad">
          {refused}
        </Notice>
      )}
      {problem && <FieldError>{problem}</FieldError>}
      {fields.length === 0 && <p className="text-muted">There is no category yet.</p>}
      <ol aria-label="Categories" className="grid grid-cols-1 gap-3">
        {fields.map((field, index) => {
          const category = categories[index]
          if (!category) return null
          const name = `categories.${index}`
          return (
            <Entry
              count={fields.length}
              index={index}
              key={field.id}
              name={name}
              onMove={to => move(index, to)}
              onRemove={() => void take(index, category)}
              startsOpen={category.slug === added}
              title={category.name}
            >
              <BoundText label="Name" name={`${name}.name`} />
              <p className="text-sm">
                Address: <code>/products/{category.slug}</code>
                <span className="block text-muted text-note">
                  It stays for good, so that no link to it ever breaks.
                </span>
              </p>
              <BoundArea
                hint="Under its name, on the home page and in search results."
                label="Words"
                name={`${name}.intro`}
                rows={2}
              />
              <PictureField hint="Wide: 8 to 5." label="Picture" name={`${name}.image`} uploads={actions} />
              <BoundText hint="Empty: its name." label="Search title" name={`${name}.seo.title`} optional />
              <BoundArea
                hint="Empty: its words."
                label="Search description"
                name={`${name}.seo.description`}
                optional
                rows={2}
              />
            </Entry>
          )
        })}
      </ol>
      {fields.length < mostCategories && (
        <NewCategoryForm
          onAdd={wish => {
            setAdded(wish.slug)
            append(blankCategory(wish), { focusName: `categories.${fields.length}.intro` })
          }}
          taken={categories.map(({ slug }) => slug)}
        />
      )}
    </DocumentEditor>
  )
}
