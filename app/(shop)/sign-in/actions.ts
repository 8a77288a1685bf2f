'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { action } from '#lib/action.ts'
import { signIn, signOut } from '#lib/auth.ts'
import { demoSignInSchema, signInSchema } from '#lib/domain/sign-in.ts'
import { admitLinkRequest } from '#lib/services/admit-link-request.ts'

/** Mails a sign-in link. Says the same whether or not the address is known. */
export const requestLink = action({
  schema: signInSchema,
  run: async ({ email, from }) => {
    await admitLinkRequest(email)
    await signIn('email', { email, redirect: false, redirectTo: from })
    return redirect('/sign-in/sent')
  },
})

/** The same for a browser without JavaScript: a refusal comes back as the page with its reason. */
export async function requestLinkPlain(form: FormData) {
  const result = await requestLink(form)
  if (!result.ok) redirect(`/sign-in?error=${result.code}`)
}

const demo = action({
  schema: demoSignInSchema,
  run: async ({ person, from }) => {
    await signIn('demo', { person, redirect: false })
    return redirect(from as Route)
  },
})

/** Signs in as one of the demo's people, on a developer's machine only. */
export async function signInAsDemo(form: FormData) {
  const result = await demo(form)
  if (!result.ok) redirect(`/sign-in?error=${result.code}`)
}

/** Ends the session. */
export async function leave() {
  await signOut({ redirect: false })
  redirect('/')
}
