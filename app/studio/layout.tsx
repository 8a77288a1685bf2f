import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { leave } from '#app/(shop)/sign-in/actions.ts'
import { StudioFrame } from '#components/studio/studio-frame.tsx'
import { currentSession } from '#lib/action.ts'

export const metadata: Metadata = {
  title: { default: 'Studio', template: '%s · Marram studio' },
  robots: { index: false },
}

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const session = await currentSession()
  const role = session === undefined || session.role === 'shopper' ? 'viewer' : session.role
  return (
    <StudioFrame leave={leave} role={role}>
      {children}
    </StudioFrame>
  )
}
