import type { ReactNode } from 'react'
import { Footer } from '#components/layout/footer.tsx'
import { Header, type Shelf } from '#components/layout/header.tsx'

type ShopFrameProps = {
  announcement: ReactNode
  /** The visitor's own part. */
  cartLink: ReactNode
  shelves: Shelf[]
  children: ReactNode
}

/** Announcement, header, content and footer of the shop. Pages bring their own `shell`. */
export function ShopFrame({ announcement, cartLink, shelves, children }: ShopFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        className="-translate-y-20 absolute top-2 left-2 z-50 bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
        href="#content"
      >
        Skip to the content
      </a>
      {announcement}
      <Header cartLink={cartLink} shelves={shelves} />
      <main className="flex-1" id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer shelves={shelves} />
    </div>
  )
}
