import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ports } from './ports.ts'

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
  return () => {
    rmSync(file, { force: true })
    rmSync(join(folder, 'ports.json'), { force: true })
  }
}

/** Notes on which ports the launcher of `folder` runs, for commands that work on it. */
export function keepPorts(folder: string, ports: Ports): void {
  writeFileSync(join(folder, 'ports.json'), JSON.stringify(ports))
}

/** The ports of the launcher that runs on `folder`, or undefined where none does. */
export function portsInUse(folder: string): Ports | undefined {
  const [pid, ports] = ['launcher.pid', 'ports.json'].map(name => join(folder, name))
  if (!pid || !ports || !existsSync(pid) || !existsSync(ports)) return undefined
  return isAlive(Number(readFileSync(pid, 'utf8'))) ? JSON.parse(readFileSync(ports, 'utf8')) : undefined
}
