import type { ReactNode } from 'react'

/** Running text with headings: pages that explain. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-[64ch] text-lead [&_a]:text-grass [&_a]:underline [&_a]:underline-offset-4 [&_h2]:mt-12 [&_h2]:mb-3 [&_h2]:text-heading [&_li]:mt-2 [&_p]:mt-4 [&_ul]:mt-4 [&_ul]:list-disc [&_ul]:pl-6">
      {children}
    </div>
  )
}
