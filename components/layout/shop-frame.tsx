import type { ReactNode } from 'react'
import { Footer } from '#components/layout/footer.tsx'
import { Header } from '#components/layout/header.tsx'

/** Header, content and footer of the shop. Pages bring their own `shell`; `cartLink` is the visitor's own part. */
export function ShopFrame({ cartLink, children }: { cartLink: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        className="-translate-y-20 absolute top-2 left-2 z-50 bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
        href="#content"
      >
        Skip to the content
      </a>
      <Header cartLink={cartLink} />
      <main className="flex-1" id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </div>
  )
}
