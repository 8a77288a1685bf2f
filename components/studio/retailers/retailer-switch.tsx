'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'

type RetailerSwitchProps = {
  id: string
  enabled: boolean
  enable: Action<{ id: string; enabled: boolean }, boolean>
}

/** Offers a retailer to shoppers, or stops. */
export function RetailerSwitch({ id, enabled, enable }: RetailerSwitchProps) {
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function turn() {
    setPending(true)
    setProblem(undefined)
    const result = await enable({ id, enabled: !enabled }).catch(() => undefined)
    setPending(false)
    if (!result?.ok) setProblem(result?.message ?? 'The connection broke. Please try again.')
  }

  return (
    <div className="grid justify-items-start gap-2">
      <Button
        onClick={() => void turn()}
        pending={isPending}
        size="small"
        variant={enabled ? 'danger' : 'primary'}
      >
        {enabled ? 'Disable' : 'Enable'}
      </Button>
      <p className="text-muted text-note">
        {enabled
          ? 'Its offers leave product pages at once and carts within a minute. Orders under way go on.'
          : 'Shoppers see it on product pages at once and in carts within a minute.'}
      </p>
      {problem && (
        <Notice role="alert" tone="bad">
          {problem}
        </Notice>
      )}
    </div>
  )
}
