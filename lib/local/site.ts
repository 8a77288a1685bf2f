import { type Child, startChild } from './child.ts'
import { untilAnswers } from './sandboxes.ts'

const next = [process.execPath, 'node_modules/next/dist/bin/next']

/** Node's options for a server: left alone, it lets garbage lie while a large machine has room; a function has less. */
export const serverMemory = '--max-old-space-size=192 --max-semi-space-size=16'

/**
 * Starts the site on 127.0.0.1 and resolves once it answers: Next's production server over the build in
 * `distFolder`, or its development server, which makes a page when it is asked for: by then it has made the first.
 */
export async function startSite(options: {
  mode: 'demo' | 'dev'
  port: number
  distFolder: string
  env: Record<string, string>
  onLine: (line: string) => void
}): Promise<Child> {
  const { mode, port, env, onLine } = options
  const address = ['-H', '127.0.0.1', '-p', String(port)]
  const production = {
    NODE_ENV: 'production',
    NEXT_DIST_DIR: options.distFolder,
    NODE_OPTIONS: serverMemory,
  }
  const child = startChild('site', [...next, mode === 'dev' ? 'dev' : 'start', ...address], {
    env: { ...env, ...(mode === 'demo' ? production : {}) },
    onLine,
  })
  try {
    const page = mode === 'dev' ? '/' : '/api/health'
    await untilAnswers(`http://127.0.0.1:${port}${page}`, child, 120)
  } catch (error) {
    await child.stop()
    throw error
  }
  return child
}
