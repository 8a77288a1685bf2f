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
  return (
    <StudioFrame edits={session !== undefined && session.role !== 'viewer'} leave={leave}>
      {children}
    </StudioFrame>
  )
}
