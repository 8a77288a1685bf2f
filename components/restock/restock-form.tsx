'use client'

import { type SubmitEvent, useId, useState } from 'react'
import type { ActionResult } from '#lib/domain/action-result.ts'
import { restockDays } from '#lib/domain/limits.ts'

export type RestockActions = {
  wish: (input: { slug: string; sku: string; email: string }) => Promise<ActionResult<object>>
  /** What the form posts without scripts. */
  wishPlain: (form: FormData) => Promise<void>
}

type Outcome = { state: 'typing' | 'sending' | 'noted'; problem?: string }

/**
 * Asks for one mail once a size is back. Free of libraries, as it stands on product pages; the server judges the
 * address by the shared schema.
 */
export function RestockForm({ slug, sku, actions }: { slug: string; sku: string; actions: RestockActions }) {
  const id = useId()
  const [{ state, problem }, setOutcome] = useState<Outcome>({ state: 'typing' })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '')
    setOutcome({ state: 'sending' })
    const result = await actions.wish({ slug, sku, email }).catch(() => undefined)
    if (result?.ok) return setOutcome({ state: 'noted' })
    const words = result ? (result.fields.email ?? result.message) : 'That did not reach us. Try again.'
    setOutcome({ state: 'typing', problem: words })
    document.getElementById(`${id}-email`)?.focus()
  }

  if (state === 'noted') {
    return (
      <p className="border-good border-l-4 bg-good-soft px-4 py-3" role="status">
        We will write to you once, when a shop has it again.
      </p>
    )
  }
  return (
    <form action={actions.wishPlain} className="grid gap-2" noValidate onSubmit={submit}>
      <input name="slug" type="hidden" value={slug} />
      <input name="sku" type="hidden" value={sku} />
      <label className="font-semibold" htmlFor={`${id}-email`}>
        Tell me when it is back
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          aria-describedby={`${id}-promise${problem ? ` ${id}-problem` : ''}`}
          aria-invalid={problem ? true : undefined}
          autoCapitalize="none"
          autoComplete="email"
          className="min-h-12 min-w-0 grow basis-56 rounded-label border border-edge bg-surface px-3.5 py-2.5 text-base aria-invalid:border-2 aria-invalid:border-danger"
          id={`${id}-email`}
          inputMode="email"
          name="email"
          placeholder="ada@example.com"
          type="email"
        />
        <button
          aria-busy={state === 'sending' || undefined}
          className="min-h-12 rounded-label border border-edge px-5 font-semibold transition-colors hover:border-ink hover:bg-surface disabled:opacity-55"
          disabled={state === 'sending'}
          type="submit"
        >
          Tell me
        </button>
      </div>
      {problem && (
        <p className="font-medium text-danger text-note" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <p className="text-muted text-note" id={`${id}-promise`}>
        One mail when a shop has it again, and nothing else. Then we forget your address, after {restockDays}{' '}
        days in any case.
      </p>
    </form>
  )
}
