import localFont from 'next/font/local'

/** Headings: a Clarendon, the letter of tins, tea chests and harbour signs. */
export const display = localFont({
  src: [
    { path: './besley.woff2', style: 'normal', weight: '400 900' },
    { path: './besley-italic.woff2', style: 'italic', weight: '400 900' },
  ],
  variable: '--font-besley',
  display: 'swap',
  preload: false,
  fallback: ['Rockwell', 'Georgia', 'serif'],
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
