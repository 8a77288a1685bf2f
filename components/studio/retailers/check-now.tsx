'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import type { Agreement, Trouble } from '#lib/domain/retailer-health.ts'
import { troubleWords } from '#lib/domain/retailer-words.ts'

type Outcome = { status: 'answered'; agreement: Agreement } | { status: 'failed'; trouble: Trouble }

type CheckNowProps = {
  id: string
  hasProfile: boolean
  check: Action<{ id: string }, Outcome>
}

/** Asks the retailer at this moment, and says what came of it. */
export function CheckNow({ id, hasProfile, check }: CheckNowProps) {
  const [isPending, setPending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const [problem, setProblem] = useState<string>()

  async function ask() {
    setPending(true)
    setOutcome(undefined)
    setProblem(undefined)
    const result = await check({ id }).catch(() => undefined)
    setPending(false)
    if (result?.ok) setOutcome(result.data)
    else setProblem(result?.message ?? 'The connection broke. Please try again.')
  }

  return (
    <div className="grid justify-items-start gap-2">
      <Button onClick={() => void ask()} pending={isPending} size="small" variant="outline">
        Check now
      </Button>
      <p className="text-muted text-note">
        {hasProfile ? 'Fetches its profile afresh.' : 'Asks it for an article that nobody has.'} Sells
        nothing.
      </p>
      <div className="w-full" role="status">
        {outcome?.status === 'answered' && (
          <Notice title="It answers" tone="good">
            {hasProfile
              ? 'What this site and its profile agree on is shown on this page.'
              : 'It answered and took our key.'}
          </Notice>
        )}
        {outcome?.status === 'failed' && (
          <Notice title="That failed" tone="bad">
            {troubleWords(outcome.trouble)}
          </Notice>
        )}
        {problem && <Notice tone="bad">{problem}</Notice>}
      </div>
    </div>
  )
}
