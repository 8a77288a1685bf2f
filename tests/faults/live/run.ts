import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { findBrowser, launchBrowser } from '#lib/local/browser.ts'
import { environment } from '#lib/local/environment.ts'
import { choosePorts } from '#lib/local/ports.ts'
import { say } from '#lib/local/say.ts'
import { buy } from '#tests/bench/shopper.ts'
import { type Calls, callsOf } from '#tests/fixtures/site-calls.ts'
import { type Demo, demoOf } from './demo.ts'
import { type Size, trials } from './trials.ts'

const long: Size = { purchases: 100, rivals: 200, inStock: 50, frozen: 10_000, isShort: false }
const short: Size = { purchases: 36, rivals: 40, inStock: 10, frozen: 3000, isShort: true }

/** A purchase in a real browser, whose calls the trials send again. */
async function record({ site }: Demo): Promise<Calls> {
  const browser = await launchBrowser(await findBrowser())
  try {
    const slugs = ['white-bean-and-kale-soup', 'everyday-olive-oil'] as const
    const context = await browser.newContext()
    const visit = await buy(context, { site, slugs, retailer: 'Harbor Market', followOrder: true })
    return callsOf(visit.actions)
  } finally {
    await browser.close()
  }
}

/**
 * The same promises on the running demo, in a folder and on ports of its own: it is killed, frozen and crowded, and
 * both sides' books are compared. Prints `N passed, N failed`; resolves with whether none failed.
 */
export async function runLive(isShort: boolean): Promise<boolean> {
  mkdirSync('.local', { recursive: true })
  const folder = mkdtempSync('.local/live-')
  const { ports } = await choosePorts(Number(process.env.PORT || 3000))
  // What reads our own table from here, imported later, finds the demo's.
  Object.assign(process.env, environment(ports), { POWERTOOLS_LOG_LEVEL: 'SILENT' })
  const demo = demoOf(ports, folder)
  let failed = 0
  try {
    say('Starting the demo to be killed …')
    await demo.start()
    const calls = await record(demo)
    for (const { name, run } of trials) {
      say(`${name} …`)
      const wrong = await run(demo, calls, isShort ? short : long).catch((error: unknown) => [String(error)])
      for (const words of wrong.slice(0, 20)) console.log(`  ${words}`)
      say(wrong.length === 0 ? 'passed' : `failed in ${wrong.length} ways`)
      if (wrong.length > 0) failed += 1
    }
  } finally {
    await demo.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`${trials.length - failed} passed, ${failed} failed`)
  return failed === 0
}
