import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node' } },
      {
        test: {
          name: 'integration',
          // The functions' own process writes them all the same.
          env: { POWERTOOLS_METRICS_DISABLED: 'true' },
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          globalSetup: './tests/integration/global-setup.ts',
          setupFiles: './tests/integration/environment.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
