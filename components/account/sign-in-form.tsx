'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyRefusal } from '#components/account/apply-refusal.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Action } from '#lib/domain/action-result.ts'
import { type SignInInput, signInSchema } from '#lib/domain/sign-in.ts'

type SignInFormProps = {
  from: string
  send: Action<SignInInput, never>
  /** Takes the post of a browser without JavaScript. */
  sendPlain: (form: FormData) => Promise<void>
}

/** Asks for an e-mail address to mail a sign-in link to. */
export function SignInForm({ from, send, sendPlain }: SignInFormProps) {
  const { register, handleSubmit, setError, formState } = useForm<SignInInput>({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: '', from },
  })
  const submit = handleSubmit(async input => {
    const result = await send(input)
    if (result) applyRefusal(result, setError)
  })
  return (
    <form action={sendPlain} className="grid gap-5" noValidate onSubmit={submit}>
      <input type="hidden" {...register('from')} defaultValue={from} />
      <TextField
        {...register('email')}
        autoComplete="email"
        error={formState.errors.email?.message}
        id="email"
        inputMode="email"
        label="E-mail"
        type="email"
      />
      {formState.errors.root && (
        <Notice role="alert" tone="bad">
          {formState.errors.root.message}
        </Notice>
      )}
      <Button pending={formState.isSubmitting} size="large" type="submit">
        Mail me a link
      </Button>
    </form>
  )
}
