import { readdirSync, readFileSync } from 'node:fs'
import { type Child, startChild } from '#lib/local/child.ts'
import type { Ports } from '#lib/local/ports.ts'

/** The running demo, as a tree of processes that can be killed or stopped. */
export type Demo = {
  ports: Ports
  site: string
  start: () => Promise<void>
  /** Ends the launcher and every process below it at once, none of them asked. */
  killAll: () => Promise<void>
  /** Stops the database's process for a while: it neither answers nor hangs up. */
  freezeDatabase: (milliseconds: number) => Promise<void>
  stop: () => Promise<void>
}

type Running = { pid: number; parent: number; command: string }

function processes(): Running[] {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return pids.flatMap(pid => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return { pid: Number(pid), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0), command }
    } catch {
      // It ended while this list was made.
      return []
    }
  })
}

/** A process and all below it, from the top down. */
function treeOf(pid: number): Running[] {
  const all = processes()
  const below = (parent: number): Running[] =>
    all.filter(one => one.parent === parent).flatMap(one => [one, ...below(one.pid)])
  return [...all.filter(one => one.pid === pid), ...below(pid)]
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const isDatabase = ({ command }: Running) =>
  !command.startsWith('/bin/sh') && (command.includes('dynoxide') || command.includes('DynamoDBLocal.jar'))

/** The demo on `ports` with its data under `folder`, not yet started. */
export function demoOf(ports: Ports, folder: string): Demo {
  let launcher: Child | undefined
  const pid = () => launcher?.process.pid ?? 0

  const start = async () => {
    const lines: string[] = []
    const command = [process.execPath, 'tests/faults/live/launcher.ts', folder, JSON.stringify(ports)]
    const begun = new Promise<void>((resolve, reject) => {
      launcher = startChild('launcher', command, {
        onLine: line => {
          lines.push(line)
          if (line === 'ready') resolve()
        },
      })
      void launcher.ended.then(() => reject(new Error(`the demo ended:\n${lines.slice(-20).join('\n')}`)))
    })
    await begun
  }

  return {
    ports,
    site: `http://localhost:${ports.site}`,
    start,
    killAll: async () => {
      for (const { pid: each } of treeOf(pid())) signal(each, 'SIGKILL')
      await launcher?.ended
    },
    freezeDatabase: async milliseconds => {
      const database = treeOf(pid()).filter(isDatabase)
      if (database.length === 0) throw new Error('no database is running')
      for (const { pid: each } of database) signal(each, 'SIGSTOP')
      try {
        await new Promise(resolve => setTimeout(resolve, milliseconds))
      } finally {
        for (const { pid: each } of database) signal(each, 'SIGCONT')
      }
    },
    stop: async () => {
      await launcher?.stop()
    },
  }
}
