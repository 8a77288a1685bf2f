'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import { type FindOrderInput, findOrderSchema, findOrderWords } from '#lib/domain/find-order-form.ts'
import { messageFor, wordsForIssue } from '#lib/domain/messages.ts'

/** Asks for an order number and the e-mail it was ordered with. */
export function FindOrderForm({
  find,
  findPlain,
}: {
  find: Action<FindOrderInput, never>
  findPlain: (form: FormData) => Promise<void>
}) {
  const [problem, setProblem] = useState<string>()
  const { register, handleSubmit, formState, setError } = useForm<FindOrderInput>({
    resolver: zodResolver(findOrderSchema, { error: wordsForIssue }),
    defaultValues: { number: '', email: '' },
  })

  async function submit(wanted: FindOrderInput) {
    setProblem(undefined)
    const result = await find(wanted)
    // On success the action itself goes to the order.
    if (!result || result.ok) return
    for (const name of ['number', 'email'] as const) {
      if (result.fields[name]) setError(name, { message: result.fields[name] })
    }
    setProblem(result.code === 'unexpected' ? messageFor(undefined) : findOrderWords(result.code))
  }

  return (
    <form action={findPlain} className="grid gap-5" noValidate onSubmit={handleSubmit(submit)}>
      {problem && (
        <Notice role="alert" tone="bad">
          {problem}
        </Notice>
      )}
      <TextField
        {...register('number')}
        autoCapitalize="characters"
        autoComplete="off"
        className="figures uppercase"
        error={formState.errors.number?.message}
        hint="Such as 7K2M-4QXD"
        id="order-number"
        label="Order number"
      />
      <TextField
        {...register('email')}
        autoCapitalize="none"
        autoComplete="email"
        error={formState.errors.email?.message}
        id="order-email"
        inputMode="email"
        label="E-mail"
        type="email"
      />
      <Button className="w-fit" pending={formState.isSubmitting} type="submit">
        {formState.isSubmitting ? 'Looking…' : 'Find it'}
      </Button>
    </form>
  )
}
