'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { FormProvider, useForm } from 'react-hook-form'
import { applyRefusal } from '#components/account/apply-refusal.ts'
import { HandoffFields } from '#components/studio/retailers/handoff-fields.tsx'
import { KindField } from '#components/studio/retailers/kind-field.tsx'
import { namedProblemsOf } from '#components/studio/retailers/problems-of.ts'
import { SellingFields } from '#components/studio/retailers/selling-fields.tsx'
import { WordsFields } from '#components/studio/retailers/words-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ActionResult } from '#lib/domain/action-result.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import type { RegistryRow } from '#lib/domain/retailer.ts'
import { type RetailerForm as Fields, retailerFormSchema } from '#lib/domain/retailer-form.ts'

type RetailerFormProps = {
  initial: Fields
  /** Whether the retailer is in the registry already: then its id and kind stay as they are. */
  isKnown: boolean
  send: (fields: Fields) => Promise<ActionResult<unknown>>
  onSaved: (id: string) => void
  onTyped?: () => void
  /** Whether it is saved as it stands. */
  isSaved: boolean
}

/** All that a person may say of a retailer, by its kind. */
export function RetailerForm({ initial, isKnown, send, onSaved, onTyped, isSaved }: RetailerFormProps) {
  const form = useForm<Fields, unknown, RegistryRow>({
    resolver: zodResolver(retailerFormSchema, { error: wordsForIssue }),
    defaultValues: initial,
    shouldFocusError: false,
  })
  const { errors, isSubmitting, submitCount } = form.formState
  const adapter = form.watch('adapter')

  const submit = form.handleSubmit(async row => {
    const result = await send(form.getValues()).catch(() => undefined)
    if (!result) return form.setError('root', { message: 'The site did not answer. Please try again.' })
    if (!result.ok) {
      const named = Object.entries(result.fields).map(([name, words]) => [name.replace(/^form\./, ''), words])
      return applyRefusal({ ...result, fields: Object.fromEntries(named) }, form.setError)
    }
    onSaved(row.id)
  })

  return (
    <FormProvider {...form}>
      <form className="grid gap-8" noValidate onChange={onTyped} onSubmit={submit}>
        <ErrorSummary attempt={submitCount} problems={namedProblemsOf(errors)} />
        {!isKnown && <KindField />}
        <WordsFields isKnown={isKnown} />
        {adapter === 'handoff' ? <HandoffFields /> : <SellingFields isProfiled={adapter === 'ucp'} />}
        {errors.root?.message && (
          <Notice role="alert" tone="bad">
            {errors.root.message}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button pending={isSubmitting || (!isKnown && isSaved)} type="submit">
            {isKnown ? 'Save' : 'Add it, disabled'}
          </Button>
          <p className="text-good text-sm" role="status">
            {isKnown && isSaved && 'Saved. Product pages show it at once, carts within a minute.'}
          </p>
        </div>
      </form>
    </FormProvider>
  )
}
