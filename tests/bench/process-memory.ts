import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

function socketOf(port: number): string | undefined {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file =>
    readFileSync(file, 'utf8').split('\n').slice(1),
  )
  const columns = rows.map(row => row.trim().split(/\s+/))
  const listening = columns.find(([, local, , state]) => local?.endsWith(`:${wanted}`) && state === '0A')
  return listening?.[9]
}

function holds(pid: string, socket: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(
      fd => readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${socket}]`,
    )
  } catch {
    // It ended meanwhile, or is another user's.
    return false
  }
}

/** The process that listens on `port` and the most memory it has held so far. Linux only. */
export function siteProcess(port: number): { pid: number; peakMegabytes: number } {
  const socket = socketOf(port)
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const pid = socket && pids.find(candidate => holds(candidate, socket))
  if (!pid) throw new Error(`nothing listens on port ${port}`)
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { pid: Number(pid), peakMegabytes: Number(kilobytes) / 1024 }
}
