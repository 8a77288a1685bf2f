'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { goTo, useChecks } from '#components/studio/editor/checks-pane.tsx'
import { DetailsSection } from '#components/studio/editor/details-section.tsx'
import { EditorBar } from '#components/studio/editor/editor-bar.tsx'
import { EditorPanes, type Pane } from '#components/studio/editor/editor-panes.tsx'
import type { EditorActions, EditorContext, EditState } from '#components/studio/editor/editor-types.ts'
import { MergeNotice } from '#components/studio/editor/merge-notice.tsx'
import { PicturesSection } from '#components/studio/editor/pictures-section.tsx'
import { PublishDialog } from '#components/studio/editor/publish-dialog.tsx'
import { SearchSection } from '#components/studio/editor/search-section.tsx'
import { ShelfSection } from '#components/studio/editor/shelf-section.tsx'
import { SizesSection } from '#components/studio/editor/sizes-section.tsx'
import { useDraft } from '#components/studio/editor/use-draft.ts'
import { useListingActs } from '#components/studio/editor/use-listing-acts.ts'
import { WordsSection } from '#components/studio/editor/words-section.tsx'
import { type ListingEdit, publishableSchema } from '#lib/domain/listing-edit.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'

type Properties = { initial: EditState; context: EditorContext; actions: EditorActions }

/** Edits a listing beside its preview. What is typed is kept as a draft; publishing it is a step of its own. */
export function ListingEditor({ initial, context, actions }: Properties) {
  const form = useForm<ListingEdit>({
    resolver: zodResolver(publishableSchema, { error: wordsForIssue }),
    defaultValues: initial.edit,
    mode: 'onBlur',
  })
  return (
    <FormProvider {...form}>
      <Editor actions={actions} context={context} form={form} initial={initial} />
    </FormProvider>
  )
}

function Editor({
  form,
  initial,
  context,
  actions,
}: Properties & { form: ReturnType<typeof useForm<ListingEdit>> }) {
  const { slug, categories, retailers, substituteNames } = context
  const draft = useDraft(form, initial, slug, actions.autosave)
  const checks = useChecks(categories)
  const [pane, setPane] = useState<Pane>('edit')
  const acts = useListingActs({ form, draft, actions, slug, onIncomplete: () => setPane('checks') })

  return (
    <div className="lg:flex lg:h-[calc(100dvh-3.5rem)] lg:flex-col">
      <EditorBar
        acts={acts}
        blocked={checks.filter(check => check.level === 'must').length}
        context={context}
        draft={draft}
        onShowChecks={() => setPane('checks')}
      />
      <EditorPanes
        checks={checks}
        compare={actions.compare}
        context={context}
        draft={draft}
        onGo={path => {
          setPane('edit')
          // Once the form is there to be seen.
          setTimeout(() => goTo(path))
        }}
        onRollBack={acts.rollBack}
        pane={pane}
        setPane={setPane}
      >
        <form
          aria-label="Listing"
          className="grid gap-7 px-5 py-5 sm:px-8"
          noValidate
          onSubmit={event => event.preventDefault()}
        >
          {draft.merge && (
            <MergeNotice merge={draft.merge} onDismiss={draft.dismissMerge} onSettle={draft.settle} />
          )}
          <WordsSection />
          <PicturesSection beginUpload={actions.beginUpload} endUpload={actions.endUpload} slug={slug} />
          <SizesSection checkSkus={actions.checkSkus} retailers={retailers} />
          <DetailsSection />
          <ShelfSection
            categories={categories}
            findListings={actions.findListings}
            slug={slug}
            substituteNames={substituteNames}
          />
          <SearchSection site={context.site} slug={slug} />
        </form>
      </EditorPanes>
      <PublishDialog
        onClose={acts.closePublish}
        onPublish={acts.publish}
        open={acts.isPublishOpen}
        pending={acts.pending === 'publish'}
        problems={acts.problems}
      />
    </div>
  )
}
