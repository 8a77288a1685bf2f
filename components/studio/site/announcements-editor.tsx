'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import { announcementLooks } from '#components/layout/announcement-looks.ts'
import { BoundLink, BoundSelect, BoundText } from '#components/studio/site/bound-fields.tsx'
import { DocumentEditor } from '#components/studio/site/document-editor.tsx'
import type { DocumentActions } from '#components/studio/site/document-types.ts'
import { Entry } from '#components/studio/site/entry.tsx'
import { TimeField } from '#components/studio/site/time-field.tsx'
import { Button } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { EditState, VersionMark } from '#lib/domain/edit-state.ts'
import { wordsForIssue } from '#lib/domain/messages.ts'
import {
  type Announcement,
  type Announcements,
  announcementsSchema,
  blankAnnouncement,
  mostAnnouncements,
  type Tone,
} from '#lib/domain/site/announcements.ts'

type Properties = {
  initial: EditState<Announcements>
  versions: VersionMark[]
  actions: DocumentActions<Announcements>
}

const toneWords: Record<Tone, string> = {
  plain: 'Quiet',
  good: 'Good news',
  urgent: 'Urgent',
}

/** The line as the shop shows it above its header. */
function Shown({ text, link, tone }: Announcement) {
  return (
    <p className={classNames('px-4 py-3 text-center text-sm', announcementLooks[tone])}>
      {text || 'What shoppers are to read.'}{' '}
      {link.label && <span className="font-semibold underline underline-offset-4">{link.label}</span>}
    </p>
  )
}

/** Edits the lines above the shop's header: the first in the list whose time it is, is the one shown. */
export function AnnouncementsEditor({ initial, versions, actions }: Properties) {
  const form = useForm<Announcements>({
    resolver: zodResolver(announcementsSchema, { error: wordsForIssue }),
    defaultValues: initial.edit,
    mode: 'onBlur',
  })
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'announcements' })
  const announcements = useWatch({ control: form.control, name: 'announcements' })
  const [added, setAdded] = useState<string>()

  function add() {
    const announcement = blankAnnouncement(crypto.randomUUID())
    setAdded(announcement.key)
    append(announcement, { focusName: `announcements.${fields.length}.text` })
  }

  return (
    <DocumentEditor
      actions={actions}
      form={form}
      initial={initial}
      title="Announcements"
      versions={versions}
      what="the announcements"
    >
      <p className="text-muted text-note">
        One line above the header of every page of the shop: the first in this list whose time it is. Shoppers
        can put it away.
      </p>
      {fields.length === 0 && <p className="text-muted">There is no announcement.</p>}
      <ol aria-label="Announcements" className="grid grid-cols-1 gap-3">
        {fields.map((field, index) => {
          const announcement = announcements[index]
          if (!announcement) return null
          const name = `announcements.${index}`
          return (
            <Entry
              count={fields.length}
              index={index}
              key={field.id}
              name={name}
              onMove={to => move(index, to)}
              onRemove={() => remove(index)}
              startsOpen={announcement.key === added}
              title={announcement.text}
            >
              <Shown {...announcement} />
              <BoundText label="Text" name={`${name}.text`} />
              <BoundLink label="Link" name={`${name}.link`} />
              <BoundSelect label="Look" name={`${name}.tone`}>
                {Object.entries(toneWords).map(([tone, words]) => (
                  <option key={tone} value={tone}>
                    {words}
                  </option>
                ))}
              </BoundSelect>
              <div className="grid gap-4 sm:grid-cols-2">
                <TimeField hint="Empty: as soon as it is published." label="From" name={`${name}.from`} />
                <TimeField hint="Empty: for good." label="Until" name={`${name}.until`} />
              </div>
            </Entry>
          )
        })}
      </ol>
      {fields.length < mostAnnouncements && (
        <Button className="justify-self-start" onClick={add} variant="outline">
          <Plus aria-hidden="true" className="size-4" /> Add an announcement
        </Button>
      )}
    </DocumentEditor>
  )
}
