'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RetailerForm } from '#components/studio/retailers/retailer-form.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import { emptyForm, type RetailerForm as Fields } from '#lib/domain/retailer-form.ts'

/** Adds a retailer and goes to its page. */
export function NewRetailer({ add }: { add: Action<Fields, string> }) {
  const router = useRouter()
  const [isSaved, setSaved] = useState(false)
  return (
    <RetailerForm
      initial={emptyForm('ucp')}
      isKnown={false}
      isSaved={isSaved}
      onSaved={id => {
        setSaved(true)
        router.push(`/studio/retailers/${id}`)
      }}
      send={add}
    />
  )
}
