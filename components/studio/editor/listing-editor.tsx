'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { ChecksPane, goTo, useChecks } from '#components/studio/editor/checks-pane.tsx'
import { DetailsSection } from '#components/studio/editor/details-section.tsx'
import { EditorBar } from '#components/studio/editor/editor-bar.tsx'
import { EditorPanes } from '#components/studio/editor/editor-panes.tsx'
import type { EditorActions, EditorContext } from '#components/studio/editor/editor-types.ts'
import { ListeningFields } from '#components/studio/editor/listening-fields.tsx'
import { listingField, MergeNotice } from '#components/studio/editor/merge-notice.tsx'
import { PicturesSection } from '#components/studio/editor/pictures-section.tsx'
import { PreviewPane } from '#components/studio/editor/preview-pane.tsx'
import { PublishDialog } from '#components/studio/editor/publish-dialog.tsx'
import { SearchSection } from '#components/studio/editor/search-section.tsx'
import { ShelfSection } from '#components/studio/editor/shelf-section.tsx'
import { SizesSection } from '#components/studio/editor/sizes-section.tsx'
import { useDraft } from '#components/studio/editor/use-draft.ts'
import { useListingActs } from '#components/studio/editor/use-listing-acts.ts'
import { VersionsPane } from '#components/studio/editor/versions-pane.tsx'
import { WordsSection } from '#components/studio/editor/words-section.tsx'
import type { EditState } from '#lib/domain/edit-state.ts'
import { type ListingEdit, publishableSchema } from '#lib/domain/listing-edit.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'

type Properties = { initial: EditState<ListingEdit>; context: EditorContext; actions: EditorActions }

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
  const draft = useDraft(form, initial, typed => actions.autosave({ slug, ...typed }))
  const checks = useChecks(categories)
  const [pane, setPane] = useState<'edit' | 'preview' | 'checks' | 'versions'>('edit')
  const acts = useListingActs({ form, draft, actions, slug, onIncomplete: () => setPane('checks') })

  function goToField(path: string) {
    setPane('edit')
    // Once the form is there to be seen.
    setTimeout(() => goTo(path))
  }

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
        pane={pane}
        panes={[
          {
            name: 'preview',
            words: 'Preview',
            fills: true,
            content: (
              <PreviewPane
                path={context.previewPath}
                savedAt={draft.savedAt}
                title="Preview of the product page"
              />
            ),
          },
          {
            name: 'checks',
            words: checks.length > 0 ? `Checks (${checks.length})` : 'Checks',
            content: <ChecksPane checks={checks} onGo={goToField} />,
          },
          {
            name: 'versions',
            words: 'Versions',
            content: (
              <VersionsPane
                compare={version => actions.compare({ slug, version })}
                hasDraft={draft.hasDraft}
                key={context.versions[0]?.version}
                onRollBack={acts.rollBack}
                versions={context.versions.map(({ version, status, updatedAt: at, updatedBy: by }) => ({
                  ...{ version, at, by, note: status === 'published' ? undefined : status },
                }))}
              />
            ),
          },
        ]}
        setPane={setPane}
      >
        <form
          aria-label="Listing"
          className="grid gap-7 px-5 py-5 sm:px-8"
          noValidate
          onSubmit={event => event.preventDefault()}
        >
          <ListeningFields>
            {draft.merge && (
              <MergeNotice
                merge={draft.merge}
                nameOf={listingField}
                onDismiss={draft.dismissMerge}
                onSettle={draft.settle}
                what="this listing"
              />
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
          </ListeningFields>
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
