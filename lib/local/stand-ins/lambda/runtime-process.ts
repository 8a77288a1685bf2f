import { type ChildProcess, fork } from 'node:child_process'
import { watch } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Invocation, Outcome, Ready } from './protocol.ts'

type Pending = { resolve: (outcome: Outcome) => void; process: ChildProcess }

/**
 * The process in which handlers run, started again when it dies and, with `watchFolder`, when a file below changes:
 * the old process then ends once it has answered what it was asked.
 */
export class RuntimeProcess {
  private current: Promise<ChildProcess>
  private pending = new Map<number, Pending>()
  private stopped = false
  private stopWatching = () => {}
  private readonly options: { env: Record<string, string>; onLine: (line: string) => void }

  constructor(options: {
    env: Record<string, string>
    onLine: (line: string) => void
    watchFolder?: string
  }) {
    this.options = options
    this.current = this.start()
    if (options.watchFolder) this.watch(options.watchFolder)
  }

  /** Runs a handler; `Runtime.ExitError` when the process dies under it, as Lambda answers. */
  async invoke(invocation: Invocation): Promise<Outcome> {
    const process = await this.current
    return new Promise(resolve => {
      this.pending.set(invocation.id, { resolve, process })
      process.send(invocation, error => {
        if (error) this.settle({ id: invocation.id, errorType: 'Runtime.ExitError' })
      })
    })
  }

  /** Forgets an invocation whose time is up. */
  forget(id: number) {
    this.pending.delete(id)
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.stopWatching()
    const process = await this.current
    await new Promise<void>(resolve => {
      if (process.exitCode !== null || process.signalCode !== null) return resolve()
      process.once('exit', () => resolve())
      process.kill('SIGKILL')
    })
  }

  private start(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(new URL('./runtime.ts', import.meta.url)), {
      env: { ...process.env, ...this.options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', this.options.onLine)
    }
    child.once('exit', () => {
      for (const [id, pending] of this.pending) {
        if (pending.process === child) this.settle({ id, errorType: 'Runtime.ExitError' })
      }
      void this.current.then(current => {
        if (current === child && !this.stopped) this.current = this.start()
      })
    })
    return new Promise(resolve => {
      child.on('message', (message: Outcome | Ready) => {
        if ('ready' in message) resolve(child)
        else this.settle(message)
      })
      // A runtime that cannot start at all: invocations then fail rather than wait.
      child.once('exit', () => resolve(child))
    })
  }

  private settle(outcome: Outcome) {
    const pending = this.pending.get(outcome.id)
    this.pending.delete(outcome.id)
    pending?.resolve(outcome)
    if (pending) void this.endIfIdle(pending.process)
  }

  /** Ends a process that has been replaced, as soon as it owes no answer. */
  private async endIfIdle(process: ChildProcess) {
    if ((await this.current) === process) return
    for (const pending of this.pending.values()) if (pending.process === process) return
    process.kill('SIGKILL')
  }

  private watch(folder: string) {
    let timer: NodeJS.Timeout | undefined
    const watcher = watch(folder, { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts')) return
      clearTimeout(timer)
      timer = setTimeout(() => void this.replace(), 150)
    })
    this.stopWatching = () => {
      clearTimeout(timer)
      watcher.close()
    }
  }

  private async replace() {
    const old = await this.current
    this.current = this.start()
    await this.endIfIdle(old)
  }
}
