import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { display, text } from '#app/fonts/index.ts'
import '#app/globals.css'
import { ThemeScript } from '#components/layout/theme-script.tsx'
import { config } from '#lib/config.ts'
import { brand } from '#lib/domain/brand.ts'

export const metadata: Metadata = {
  metadataBase: new URL(config.SITE_URL),
  title: { default: `${brand.name}: ${brand.tagline.toLowerCase()}`, template: `%s · ${brand.name}` },
  description: brand.description,
  applicationName: brand.name,
  openGraph: {
    siteName: brand.name,
    type: 'website',
    locale: 'en_US',
    images: [
      { url: '/art/og.jpg', width: 1200, height: 630, alt: `${brand.name}, ${brand.tagline.toLowerCase()}` },
    ],
  },
  twitter: { card: 'summary_large_image' },
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f0efe6' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1a16' },
  ],
}

/** The frame of every page. The theme script sets an attribute before React sees the page, hence the suppression. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html className={`${display.variable} ${text.variable}`} lang="en-US" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>{children}</body>
    </html>
  )
}
