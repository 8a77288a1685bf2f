'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { applyRefusal } from '#components/account/apply-refusal.ts'
import { EditConflict } from '#components/studio/edit-conflict.tsx'
import { ListingFields } from '#components/studio/listing-fields.tsx'
import { SaveBar } from '#components/studio/save-bar.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import { type ListingEdit, listingEditSchema } from '#lib/domain/listing.ts'
import { differences } from '#lib/domain/listing-edit.ts'

type SaveOutcome =
  | { status: 'saved'; version: number }
  | { status: 'stale'; current: ListingEdit; updatedBy: string }

type Conflict = Extract<SaveOutcome, { status: 'stale' }>

type ListingEditorProps = {
  slug: string
  edit: ListingEdit
  categories: { slug: string; name: string }[]
  /** The variants' labels, in the order of `edit.variants`. */
  variantLabels: string[]
  save: Action<ListingEdit & { slug: string }, SaveOutcome>
}

/**
 * The editor's form. A save that comes after someone else's is refused and shows both; what was typed stays, and
 * the next save is for the version now seen.
 */
export function ListingEditor({ slug, edit, categories, variantLabels, save }: ListingEditorProps) {
  const form = useForm<ListingEdit>({ resolver: zodResolver(listingEditSchema), defaultValues: edit })
  const [conflict, setConflict] = useState<Conflict>()
  const [savedVersion, setSavedVersion] = useState<number>()
  const problem = form.formState.errors.root?.message

  const submit = form.handleSubmit(async typed => {
    setSavedVersion(undefined)
    const result = await save({ ...typed, slug }).catch(() => undefined)
    if (!result)
      return form.setError('root', { message: 'Not saved: the site did not answer. Please try again.' })
    if (!result.ok) return applyRefusal(result, form.setError)
    if (result.data.status === 'stale') {
      setConflict(result.data)
      form.setValue('version', result.data.current.version)
      return
    }
    setConflict(undefined)
    setSavedVersion(result.data.version)
    form.reset({ ...typed, version: result.data.version })
  })

  return (
    <FormProvider {...form}>
      <form className="grid gap-8" noValidate onSubmit={submit}>
        {conflict && (
          <EditConflict
            by={conflict.updatedBy}
            differences={differences(form.getValues(), conflict.current)}
            onTake={difference => {
              form.setValue(difference.field, difference.theirs, { shouldDirty: true })
              setConflict({ ...conflict })
            }}
            version={conflict.current.version}
          />
        )}
        <ListingFields categories={categories} variantLabels={variantLabels} />
        {problem && (
          <Notice role="alert" tone="bad">
            {problem}
          </Notice>
        )}
        <SaveBar savedVersion={savedVersion} slug={slug} />
      </form>
    </FormProvider>
  )
}
