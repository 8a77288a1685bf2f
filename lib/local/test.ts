import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './browser.ts'
import { forgetDevelopmentTypes } from './build.ts'
import { startChild } from './child.ts'
import { choosePorts } from './ports.ts'
import { say } from './say.ts'
import { startStack } from './stack.ts'
import { stopSignal } from './stopping.ts'

type Count = { passed: number; failed: number }

/** Runs a tool with its output shown; resolves with whether it was content. */
async function run(name: string, command: string[], env: Record<string, string> = {}): Promise<boolean> {
  say(`${name} …`)
  const child = startChild(name, command, { env, onLine: line => console.log(line) })
  return (await child.ended) === 0
}

/** Lint or types: one check that passes or fails. */
async function check(name: string, command: string[]): Promise<Count> {
  const ok = await run(name, command)
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A tool's failure counts even where its report shows none: a file that did not load has no tests. */
function counted(passed: number, failed: number, ok: boolean): Count {
  return { passed, failed: ok ? failed : Math.max(failed, 1) }
}

function report<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

/** Types, those of the routes included, which Next writes. */
async function types(): Promise<Count> {
  forgetDevelopmentTypes()
  await run('Route types', ['node_modules/.bin/next', 'typegen'])
  return check('Types', ['node_modules/.bin/tsc', '--noEmit', '-p', '.'])
}

async function unitAndIntegration(folder: string): Promise<Count> {
  const file = `${folder}/vitest.json`
  const ok = await run('Unit and integration tests', [
    'node_modules/.bin/vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const found = report<{ numPassedTests: number; numFailedTests: number }>(file)
  return counted(found?.numPassedTests ?? 0, found?.numFailedTests ?? 0, ok)
}

/** A tool whose last line says how many passed and failed. */
async function telling(name: string, command: string[]): Promise<Count> {
  say(`${name} …`)
  let last = ''
  const child = startChild(name, command, {
    onLine: line => {
      console.log(line)
      last = line
    },
  })
  const ok = (await child.ended) === 0
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/.exec(last) ?? []
  return counted(Number(passed), Number(failed), ok)
}

async function endToEnd(folder: string, signal: AbortSignal): Promise<Count> {
  const browser = await findBrowser()
  const { ports } = await choosePorts(Number(process.env.PORT || 3000))
  const stack = await startStack({ mode: 'demo', ports, folder, signal })
  try {
    const ok = await run('End-to-end tests', ['node_modules/.bin/playwright', 'test'], {
      ...stack.env,
      BROWSER_PATH: browser,
      INBOX_URL: `http://127.0.0.1:${ports.inbox}`,
      PORTS: JSON.stringify(ports),
    })
    const stats = report<{ stats: { expected: number; unexpected: number; flaky: number } }>(
      '.local/test-results.json',
    )?.stats
    return counted(stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), ok)
  } finally {
    await stack.stop()
  }
}

async function main(): Promise<number> {
  const signal = stopSignal()
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Stopped.')))
  })
  spawnSync('mkdir', ['-p', '.local'])
  const folder = mkdtempSync('.local/test-')
  try {
    const work = async () => [
      await check('Lint', ['node_modules/.bin/biome', 'ci', '--reporter=summary']),
      await types(),
      await unitAndIntegration(folder),
      await telling('Deployment', [process.execPath, 'tests/infra/run.ts']),
      await endToEnd(folder, signal).catch((error: unknown) => {
        console.error(error)
        return { passed: 0, failed: 1 }
      }),
      // Last, over the build that is there by now.
      await telling('The demo under faults', [process.execPath, 'tests/faults/run.ts', '--live', '--short']),
    ]
    const counts = await Promise.race([work(), stopped])
    const passed = counts.reduce((sum, count) => sum + count.passed, 0)
    const failed = counts.reduce((sum, count) => sum + count.failed, 0)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  process.exit(await main())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
