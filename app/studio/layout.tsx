import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { leave } from '#app/(shop)/sign-in/actions.ts'
import { StudioFrame } from '#components/studio/studio-frame.tsx'

export const metadata: Metadata = {
  title: { default: 'Studio', template: '%s · Marram studio' },
  robots: { index: false },
}

export default function StudioLayout({ children }: { children: ReactNode }) {
  return <StudioFrame leave={leave}>{children}</StudioFrame>
}
