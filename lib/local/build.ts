import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startChild } from './child.ts'
import { fingerprintOf } from './fingerprint.ts'

const stampFile = '.next/sources.sha256'

/** What the build reads: a change in any of these makes a new one. */
const sources = [
  '{app,components,public}/**/*',
  'lib/{domain,services,data,retailers,notify,workflow,auth}/**/*',
  'lib/*.ts',
  '{next.config.mjs,postcss.config.mjs,tsconfig.json,package-lock.json,proxy.ts,instrumentation.ts}',
]

/** A fingerprint of everything the build reads. */
export function fingerprint(): string {
  return fingerprintOf(sources, path => path.startsWith('public/art/'))
}

const stampIn = (folder: string) => {
  const file = join(folder, 'sources.sha256')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The development server leaves types of the routes as they were then: they contradict those of the routes now. */
export function forgetDevelopmentTypes(): void {
  rmSync('.next/dev/types', { recursive: true, force: true })
}

/**
 * Makes Next's production build in `.next` unless the sources are those of the last one. Throws when it fails, and
 * AbortError when `signal` ends it.
 */
export async function build(
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<'built' | 'unchanged'> {
  const stamp = fingerprint()
  if (stampIn('.next') === stamp) return 'unchanged'
  rmSync(stampFile, { force: true })
  forgetDevelopmentTypes()
  const lines: string[] = []
  const child = startChild('build', [process.execPath, 'node_modules/next/dist/bin/next', 'build'], {
    env: { ...env, NODE_ENV: 'production' },
    onLine: line => lines.push(line),
  })
  signal.addEventListener('abort', child.stop)
  const code = await child.ended
  signal.removeEventListener('abort', child.stop)
  signal.throwIfAborted()
  if (code !== 0) throw new Error(`The build failed:\n${lines.slice(-60).join('\n')}`)
  writeFileSync(stampFile, stamp)
  return 'built'
}

/**
 * Puts a copy of the build where the site runs from, since the running site writes the pages it renders into it:
 * pages of one set of data must not be served over another. An up-to-date copy is kept unless `afresh`.
 */
export function placeBuild(folder: string, afresh: boolean): void {
  if (!afresh && stampIn(folder) === stampIn('.next')) return
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  const left = ['.next/cache', '.next/dev', '.next/trace', '.next/types', '.next/diagnostics']
  cpSync('.next', folder, { recursive: true, filter: path => !left.includes(path) })
}
