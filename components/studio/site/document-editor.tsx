'use client'

import { type ReactNode, useState } from 'react'
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form'
import { EditorPanes, type PaneContent } from '#components/studio/editor/editor-panes.tsx'
import { ListeningFields } from '#components/studio/editor/listening-fields.tsx'
import { MergeNotice } from '#components/studio/editor/merge-notice.tsx'
import { PreviewPane } from '#components/studio/editor/preview-pane.tsx'
import { useDraft } from '#components/studio/editor/use-draft.ts'
import { VersionsPane } from '#components/studio/editor/versions-pane.tsx'
import { DocumentBar } from '#components/studio/site/document-bar.tsx'
import type { DocumentActions } from '#components/studio/site/document-types.ts'
import { useDocumentActs } from '#components/studio/site/use-document-acts.ts'
import type { EditState, VersionMark } from '#lib/domain/edit-state.ts'
import { fieldTitle } from '#lib/domain/site/document-fields.ts'

type Properties<Content extends FieldValues> = {
  title: string
  /** What it is, in a sentence: `the home page`. */
  what: string
  form: UseFormReturn<Content>
  initial: EditState<Content>
  versions: VersionMark[]
  actions: DocumentActions<Content>
  /** Opens the preview in this browser, where there is a page to preview. */
  previewPath?: string
  /** The form's fields. */
  children: ReactNode
}

type Name = 'preview' | 'versions'

/** Edits a document of the site. What is typed is kept as a draft; publishing it is a step of its own. */
export function DocumentEditor<Content extends FieldValues>(properties: Properties<Content>) {
  const { title, what, form, initial, versions, actions, previewPath, children } = properties
  const draft = useDraft(form, initial, actions.autosave)
  const [pane, setPane] = useState<Name | 'edit'>('edit')
  const acts = useDocumentActs({ form, draft, actions, onIncomplete: () => setPane('edit') })

  const panes: PaneContent<Name>[] = [
    {
      name: 'versions',
      words: 'Versions',
      content: (
        <VersionsPane
          compare={version => actions.compare({ version })}
          hasDraft={draft.hasDraft}
          key={versions[0]?.version}
          onRollBack={acts.rollBack}
          versions={versions}
        />
      ),
    },
  ]
  if (previewPath)
    panes.unshift({
      name: 'preview',
      words: 'Preview',
      fills: true,
      content: <PreviewPane path={previewPath} savedAt={draft.savedAt} title={`Preview of ${what}`} />,
    })

  return (
    <FormProvider {...form}>
      <div className="lg:flex lg:h-[calc(100dvh-3.5rem)] lg:flex-col">
        <DocumentBar
          hasDraft={draft.hasDraft}
          onDiscard={acts.discard}
          onPublish={acts.publish}
          pending={acts.pending}
          said={acts.said}
          state={draft.state}
          title={title}
        />
        <EditorPanes pane={pane} panes={panes} setPane={setPane}>
          <form
            aria-label={title}
            className="grid grid-cols-1 gap-5 px-5 py-5 sm:px-8"
            noValidate
            onSubmit={event => event.preventDefault()}
          >
            <ListeningFields>
              {draft.merge && (
                <MergeNotice
                  merge={draft.merge}
                  nameOf={fieldTitle}
                  onDismiss={draft.dismissMerge}
                  onSettle={draft.settle}
                  what={what}
                />
              )}
              {children}
            </ListeningFields>
          </form>
        </EditorPanes>
      </div>
    </FormProvider>
  )
}
