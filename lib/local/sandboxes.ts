import { type Child, startChild } from './child.ts'
import { type Ports, sandboxIds } from './ports.ts'

/** Resolves once something answers HTTP at `url`; throws when `child` ends before, or after `seconds`. */
export async function untilAnswers(url: string, child: Child, seconds: number): Promise<void> {
  let hasEnded = false
  void child.ended.then(() => {
    hasEnded = true
  })
  const deadline = Date.now() + seconds * 1000
  while (!hasEnded && Date.now() < deadline) {
    try {
      await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) })
      return
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
  throw new Error(
    `${child.name} ${hasEnded ? 'ended before it answered' : `did not answer within ${seconds} s`}`,
  )
}

/**
 * Starts each sandbox retailer and the payment processor as a process of its own, started again when it dies. `ports`
 * are those by which they are found, `listening` those on which they listen where something else stands in between.
 */
export async function startSandboxes(
  ports: Ports,
  env: Record<string, string>,
  onLine: (name: string, line: string) => void,
  listening: Ports = ports,
): Promise<{ stop: () => Promise<void> }> {
  const running = new Map<string, Child>()
  let stopping = false
  const start = async (id: (typeof sandboxIds)[number]) => {
    const child = startChild(id, [process.execPath, 'lib/local/sandbox/server.ts', id], {
      env: { ...env, PORT: String(listening[id]), PUBLIC_URL: `http://localhost:${ports[id]}` },
      onLine: line => onLine(id, line),
    })
    running.set(id, child)
    await untilAnswers(`http://127.0.0.1:${listening[id]}/health`, child, 30)
    void child.ended.then(async () => {
      await new Promise(resolve => setTimeout(resolve, 500))
      if (!stopping) await start(id).catch(() => onLine(id, 'could not be started again'))
    })
  }
  const stop = async () => {
    stopping = true
    await Promise.all([...running.values()].map(child => child.stop()))
  }
  try {
    await Promise.all(sandboxIds.map(start))
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}
