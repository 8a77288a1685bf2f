'use client'

import { useState } from 'react'
import { RetailerForm } from '#components/studio/retailers/retailer-form.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import type { RetailerForm as Fields } from '#lib/domain/retailer-form.ts'

type EditRetailerProps = {
  initial: Fields
  /** Of the row as it was read, so that nobody's change is overwritten unseen. */
  edition: string
  save: Action<{ form: Fields; edition: string }, string[]>
}

/** Changes what the registry says of a retailer. Once that has changed, by whomever, the form shows it as it is now. */
export function EditRetailer({ initial, edition, save }: EditRetailerProps) {
  const [isSaved, setSaved] = useState(false)
  return (
    <RetailerForm
      initial={initial}
      isKnown
      isSaved={isSaved}
      // Enabling and moving have buttons of their own, and leave what is being typed alone.
      key={JSON.stringify({ ...initial, enabled: undefined, position: undefined })}
      onSaved={() => setSaved(true)}
      onTyped={() => setSaved(false)}
      send={form => save({ form, edition })}
    />
  )
}
