import { defineConfig } from '@playwright/test'
import { browserFlags } from '#lib/local/browser.ts'

// `npm test` starts the demo on free ports and runs this against it; SITE_URL and BROWSER_PATH are its doing.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.local/test-results',
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.local/test-results.json' }]],
  // What disturbs a retailer would fail tests that count on it: last, and alone.
  projects: [
    { name: 'calm', testIgnore: '**/disturbed-*' },
    { name: 'disturbed', testMatch: '**/disturbed-*', dependencies: ['calm'] },
  ],
  use: {
    baseURL: process.env.SITE_URL ?? 'http://localhost:3000',
    // A trace of every test takes a third of the time; `--trace on` makes one where it is wanted.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.BROWSER_PATH, args: browserFlags },
  },
})
