import { type ChildProcess, spawn } from 'node:child_process'

/**
 * A shell that starts a command and ends it when its own standard input closes. The operating system closes that
 * pipe when the launcher dies in whatever way, kill -9 included, so no child outlives it.
 */
const guard = `
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
( cat <&3 >/dev/null; kill $child; sleep 3; kill -9 $child ) 2>/dev/null &
exec 3<&-
wait $child
`

export type Child = {
  name: string
  process: ChildProcess
  /** Resolves with the exit code once the command has ended. */
  ended: Promise<number | null>
  /** Ends the command and whatever it started: asks first, insists after three seconds. */
  stop: () => Promise<void>
}

/**
 * Starts a command that cannot outlive this process. It gets a process group of its own, so that Ctrl-C in the
 * terminal reaches the launcher alone, which ends its children in order.
 */
export function startChild(
  name: string,
  command: string[],
  options: { env?: Record<string, string>; cwd?: string; onLine?: (line: string) => void } = {},
): Child {
  const child = spawn('/bin/sh', ['-c', guard, name, ...command], {
    detached: true,
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) options.onLine?.(line)
    })
  }
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  void ended.then(() => child.stdin.destroy())
  child.stdin.on('error', () => child.stdin.destroy())
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal)
    } catch (error) {
      // The group is gone already.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
  const stop = async () => {
    signalGroup('SIGTERM')
    const insist = setTimeout(() => signalGroup('SIGKILL'), 3000)
    await ended
    clearTimeout(insist)
    signalGroup('SIGKILL')
  }
  return { name, process: child, ended, stop }
}
