const local = process.env.BRANDFRONT_LOCAL === '1'
const development = process.env.NODE_ENV === 'development'

// Card fields go from the browser straight to the payment processor, so its origin must be named here.
const processors = local ? 'http://localhost:* http://127.0.0.1:*' : (process.env.PROCESSOR_ORIGINS ?? '')

// Pictures go from the studio straight to their bucket.
const uploads = local ? '' : (process.env.UPLOAD_ORIGIN ?? '')

const directives = {
  'default-src': "'self'",
  // Prerendered pages carry inline scripts of Next's that differ with each page, so no hash or nonce can name them.
  'script-src': `'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': `'self' ${processors} ${uploads}${development ? ' ws://localhost:* ws://127.0.0.1:*' : ''}`,
  'form-action': `'self' ${processors}`,
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'base-uri': "'self'",
}

function policy(changes = {}) {
  return Object.entries({ ...directives, ...changes })
    .map(([directive, sources]) => `${directive} ${sources.trim()}`)
    .join('; ')
}

const securityHeaders = Object.entries({
  'Content-Security-Policy': policy(),
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}).map(([key, value]) => ({ key, value }))

// The studio shows the home page and product pages inside its own: drafts as shoppers would see them.
const framedByStudio = [
  { key: 'Content-Security-Policy', value: policy({ 'frame-ancestors': "'self'" }) },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
]

/** @type {import('next').NextConfig} */
const config = {
  // The local launcher runs the site from a copy of the build that it keeps beside the data it was rendered from.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // Hashing a page on each answer costs more than sending it; a CDN keeps pages by their age and by invalidation.
  generateEtags: false,
  typedRoutes: true,
  agentRules: false,
  reactStrictMode: true,
  // For everyone, not only bots: a title that streams is gone for a moment whenever a page refreshes itself.
  htmlLimitedBots: /./,
  // Packages that ship their own binaries or CommonJS trees: leave them to Node.
  serverExternalPackages: ['nodemailer'],
  experimental: { agentUpgrade: false },
  // Sources without named parameters: Next would look for such names in each value, at each request.
  headers: async () => [
    { source: '/(.*)', headers: securityHeaders },
    { source: '/', headers: framedByStudio },
    { source: '/p/([^/]+)', headers: framedByStudio },
    {
      source: '/art/(.*)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
    },
  ],
  // A route with a parameter is made when first asked for, so that building the site needs no table.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/front/us' },
      { source: '/products', destination: '/products/all' },
      { source: '/sitemap.xml', destination: '/sitemaps/index.xml' },
    ],
  }),
}

export default config
