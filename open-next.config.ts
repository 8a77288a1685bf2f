import type { OpenNextConfig } from '@opennextjs/aws/types/open-next.js'

/** How the site becomes Lambda functions. Pages that follow an order are streamed, so the server's answers are. */
export default {
  buildCommand: 'node node_modules/next/dist/bin/next build',
  default: { override: { wrapper: 'aws-lambda-streaming' } },
  imageOptimization: {
    // Left to itself OpenNext fetches sharp for the machine that builds; the function runs on arm64.
    install: { packages: ['sharp@0.35.5'], os: 'linux', libc: 'glibc', additionalArgs: '--cpu=arm64' },
  },
} satisfies OpenNextConfig
