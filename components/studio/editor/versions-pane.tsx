import { useState } from 'react'
import { FieldChanges } from '#components/studio/editor/field-changes.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ActionResult } from '#lib/domain/action-result.ts'
import type { FieldChange } from '#lib/domain/compare-edits.ts'
import { shortDateTime } from '#lib/domain/dates.ts'
import type { VersionMark } from '#lib/domain/edit-state.ts'

type Properties = {
  /** Newest first; `note` says what is special about one. */
  versions: readonly (VersionMark & { note?: string })[]
  hasDraft: boolean
  /** What a version changed, or without one what the draft would. */
  compare: (version?: number) => Promise<ActionResult<FieldChange[]>>
  onRollBack: (version: number) => void
}

/** The draft against what is published, then every version with what it changed, newest first. */
export function VersionsPane({ versions, hasDraft, compare, onRollBack }: Properties) {
  const [open, setOpen] = useState<number | 'draft'>()
  const [changes, setChanges] = useState<FieldChange[]>()

  async function toggle(version: number | 'draft') {
    setChanges(undefined)
    setOpen(open === version ? undefined : version)
    if (open === version) return
    const result = await compare(version === 'draft' ? undefined : version).catch(() => undefined)
    setChanges(result?.ok ? result.data : [])
  }

  const row = (version: number | 'draft', title: string, note: string) => (
    <>
      <button
        aria-expanded={open === version}
        className="grid min-h-11 w-full gap-0 py-2 text-left hover:underline"
        onClick={() => toggle(version)}
        type="button"
      >
        <span className="font-medium text-sm">{title}</span>
        <span className="text-muted text-note">{note}</span>
      </button>
      {open === version && <FieldChanges changes={changes} />}
    </>
  )

  if (versions.length === 0 && !hasDraft) return <p className="p-4 text-muted">There is no version yet.</p>
  return (
    <ol className="grid p-4 pt-1" id="versions">
      {hasDraft && versions.length > 0 && (
        <li className="border-line border-b">{row('draft', 'Draft', 'What publishing it would change')}</li>
      )}
      {versions.map(({ version, note, at, by }, index) => (
        <li className="border-line border-b" key={version}>
          {row(version, `Version ${version}${note ? ` (${note})` : ''}`, `${shortDateTime(at)}, ${by}`)}
          {open === version && index > 0 && (
            <Button className="mb-3" onClick={() => onRollBack(version)} size="small" variant="outline">
              Roll back to version {version}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
