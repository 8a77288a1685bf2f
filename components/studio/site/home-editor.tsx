'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import type { UploadActions } from '#components/studio/editor/use-uploads.ts'
import { DocumentEditor } from '#components/studio/site/document-editor.tsx'
import type { DocumentActions } from '#components/studio/site/document-types.ts'
import { Entry } from '#components/studio/site/entry.tsx'
import { HomeSectionFields, type SectionContext } from '#components/studio/site/home-section-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import type { EditState, VersionMark } from '#lib/domain/edit-state.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import {
  blankSection,
  type Home,
  homeSchema,
  mostSections,
  type SectionKind,
  sectionNames,
} from '#lib/domain/site/home.ts'

type Properties = Omit<SectionContext, 'uploads'> & {
  initial: EditState<Home>
  versions: VersionMark[]
  actions: DocumentActions<Home> & UploadActions
  previewPath: string
}

const kinds = Object.entries(sectionNames) as [SectionKind, string][]

/** Edits the home page as an ordered list of sections, beside its preview. */
export function HomeEditor({ initial, versions, actions, previewPath, ...context }: Properties) {
  const form = useForm<Home>({
    resolver: zodResolver(homeSchema, { error: wordsForIssue }),
    defaultValues: initial.edit,
    mode: 'onBlur',
  })
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'sections' })
  const sections = useWatch({ control: form.control, name: 'sections' })
  const [kind, setKind] = useState<SectionKind>('text')
  const [added, setAdded] = useState<string>()

  function add() {
    const section = blankSection(kind, crypto.randomUUID())
    setAdded(section.key)
    append(section, { focusName: `sections.${fields.length}.title` })
  }

  return (
    <DocumentEditor
      actions={actions}
      form={form}
      initial={initial}
      previewPath={previewPath}
      title="Home page"
      versions={versions}
      what="the home page"
    >
      {fields.length === 0 && <p className="text-muted">The home page is empty. Add its first section.</p>}
      <ol aria-label="Sections" className="grid grid-cols-1 gap-3">
        {fields.map((field, index) => {
          const section = sections[index]
          if (!section) return null
          return (
            <Entry
              count={fields.length}
              index={index}
              key={field.id}
              kind={sectionNames[section.kind]}
              name={`sections.${index}`}
              onMove={to => move(index, to)}
              onRemove={() => remove(index)}
              startsOpen={section.key === added}
              title={section.title}
            >
              <HomeSectionFields
                name={`sections.${index}`}
                section={section}
                {...context}
                uploads={actions}
              />
            </Entry>
          )
        })}
      </ol>
      {fields.length < mostSections && (
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-48">
            <SelectField
              id="new-section"
              label="Another section"
              onChange={event => setKind(kinds.find(([each]) => each === event.target.value)?.[0] ?? kind)}
              value={kind}
            >
              {kinds.map(([each, words]) => (
                <option key={each} value={each}>
                  {words}
                </option>
              ))}
            </SelectField>
          </div>
          <Button onClick={add} variant="outline">
            Add it
          </Button>
        </div>
      )}
    </DocumentEditor>
  )
}
