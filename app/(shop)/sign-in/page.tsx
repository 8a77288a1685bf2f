import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { DemoSignIn } from '#components/account/demo-sign-in.tsx'
import { SignInForm } from '#components/account/sign-in-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeading } from '#components/ui/page-heading.tsx'
import { signedInPerson } from '#lib/auth.ts'
import { isLocal } from '#lib/config.ts'
import { returnPathSchema, signInProblem } from '#lib/domain/sign-in.ts'
import { requestLink, requestLinkPlain, signInAsDemo } from './actions.ts'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ from?: string | string[]; error?: string | string[] }>
}) {
  const query = await searchParams
  const from = returnPathSchema.parse(query.from)
  if (await signedInPerson()) redirect(from as Route)
  const problem = signInProblem(typeof query.error === 'string' ? query.error : undefined)
  return (
    <div className="shell py-8 lg:py-12">
      <PageHeading
        lead="We mail you a link; opening it signs you in. There is no password to remember or to lose."
        title="Sign in"
      />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,28rem)_minmax(0,26rem)] lg:gap-20">
        <div className="grid content-start gap-6">
          {problem && (
            <Notice role="alert" tone="warn">
              {problem}
            </Notice>
          )}
          <SignInForm from={from} send={requestLink} sendPlain={requestLinkPlain} />
          <p className="text-muted text-note">
            You can buy without an account. Signing in keeps your orders and address in one place, and brings
            the cart you have now along.
          </p>
        </div>
        {isLocal && <DemoSignIn signIn={signInAsDemo} />}
      </div>
    </div>
  )
}
