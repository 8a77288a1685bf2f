import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts')
  } catch (error) {
    // Without /proc the process id alone has to do.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync('/proc/self')
  }
}

/**
 * Marks `folder` as in use by this process. Throws when another launcher runs on it: two databases on one file
 * would lose writes. A mark left by a kill is taken over.
 */
export function markRunning(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'launcher.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (pid && pid !== process.pid && isAlive(pid)) {
    throw new Error(`The demo already runs here (process ${pid}). Stop it first with Ctrl-C.`)
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}
