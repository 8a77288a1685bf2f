import localFont from 'next/font/local'

/** Headings and the brand's name: the face on the packs. It has one weight. */
export const display = localFont({
  src: './young-serif.woff2',
  weight: '400',
  variable: '--font-young-serif',
  display: 'swap',
  fallback: ['Georgia', 'serif'],
  adjustFontFallback: 'Times New Roman',
})

/** Everything that is read rather than looked at. */
export const text = localFont({
  src: './instrument-sans.woff2',
  weight: '400 700',
  variable: '--font-instrument',
  display: 'swap',
  fallback: ['system-ui', 'sans-serif'],
})
